/** Data of the site, as classic scripts that set a property of the window: `file://` allows no fetch. */
import { fileAddress } from './addresses.js';
import { make } from './dom.js';

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
