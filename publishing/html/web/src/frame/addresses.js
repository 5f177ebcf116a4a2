/** Addresses of the course's pages and files, relative to the current page. */

const { dataset } = document.documentElement;

/** @param {string} file Path of a file of the site. */
export function fileAddress(file) {
  return `${dataset.root ?? ''}${file}`;
}

/**
 * Returns the address of a place in the book.
 *
 * @param {string} page
 * @param {string} [anchor]
 */
export function addressOf(page, anchor) {
  return fileAddress(`${page}.html${anchor ? `#${anchor}` : ''}`);
}

/**
 * Returns the page with a live page's directive.
 *
 * @param {string} name The live page's name.
 * @returns {string | undefined} Undefined if the course has none.
 */
export function livePage(name) {
  return JSON.parse(dataset.pages ?? '{}')[name];
}
