/** Data of the site, as classic scripts that set a property of the window: `file://` allows no fetch. */
import { fileAddress } from './addresses.js';
import { make } from './dom.js';

/** The name of the part of split data that is this page's own; twin of `part_of_page` in Python. */
export function ownPart() {
  return (document.documentElement.dataset.page ?? '').replaceAll('/', '-');
}

/**
 * Loads one part of split data.
 *
 * @param {string} folder Its folder in `_static/`.
 * @param {string} variable The window's property that has the loaded parts.
 * @param {string} name
 * @returns {Promise<any>}
 * @throws {Error} If there is none, or it cannot be reached.
 */
export async function loadPart(folder, variable, name) {
  const data = await loadData(`${folder}/${name}.js`);
  return /** @type {Record<string, unknown>} */ (data[variable])[name];
}

/**
 * Loads a data script of the site.
 *
 * @param {string} name Its path in `_static/`.
 * @returns {Promise<Record<string, unknown>>} The window, which now holds the data.
 * @throws {Error} If it cannot be reached.
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
