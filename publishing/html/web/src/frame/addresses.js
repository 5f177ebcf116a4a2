/** Where pages and files of the course are, from any of its pages. */

const { dataset } = document.documentElement;

/** @param {string} file A file of the site, by its path. */
export function fileAddress(file) {
  return `${dataset.root ?? ''}${file}`;
}

/**
 * Gives the address of a place in the book.
 *
 * @param {string} page
 * @param {string} [anchor]
 */
export function addressOf(page, anchor) {
  return fileAddress(`${page}.html${anchor ? `#${anchor}` : ''}`);
}

/**
 * Gives the page that holds a live page's directive.
 *
 * @param {string} name The live page's name.
 * @returns {string | undefined} Nothing if the course has none.
 */
export function livePage(name) {
  return JSON.parse(dataset.pages ?? '{}')[name];
}
