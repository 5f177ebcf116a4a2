/** Loads the site's data, as scripts that set a property of `window`: `file://` allows no fetch. */
import { fileAddress } from './addresses.js';
import { make } from './dom.js';

/** Name of this page's part of split data; same as `part_of_page` in Python. */
export function ownPart() {
  return (document.documentElement.dataset.page ?? '').replaceAll('/', '-');
}

/**
 * Loads one part of split data.
 *
 * @param {string} folder Folder in `_static/`.
 * @param {string} variable Property of `window` with the loaded parts.
 * @param {string} name
 * @returns {Promise<any>}
 * @throws {Error} If it does not exist or cannot be loaded.
 */
export async function loadPart(folder, variable, name) {
  const data = await loadData(`${folder}/${name}.js`);
  return /** @type {Record<string, unknown>} */ (data[variable])[name];
}

/**
 * Loads a data script of the site.
 *
 * @param {string} name Path in `_static/`.
 * @returns {Promise<Record<string, unknown>>} `window`, with the data as a property.
 * @throws {Error} If it cannot be loaded.
 */
export function loadData(name) {
  return new Promise((resolve, reject) => {
    const script = make('script', { src: fileAddress(`_static/${name}`) });
    script.addEventListener('load', () =>
      resolve(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (window))),
    );
    script.addEventListener('error', () => reject(new Error(name)));
    document.head.append(script);
  });
}
