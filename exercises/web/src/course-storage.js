/**
 * The part of the browser's storage that belongs to this course at this place. Nothing else asks
 * for `localStorage`, and names are given without what they all begin with. Where the browser
 * forbids or refuses storage, these functions throw.
 */

/** What the names of all entries begin with: each page works it out first of all (`early.js`). */
export function ownPrefix() {
  return document.documentElement.dataset.storage ?? '';
}

/** @param {string} name */
export function read(name) {
  return localStorage.getItem(ownPrefix() + name);
}

/** @param {string} name @param {string} text */
export function write(name, text) {
  localStorage.setItem(ownPrefix() + name, text);
}

/** @param {string} name */
export function remove(name) {
  localStorage.removeItem(ownPrefix() + name);
}

/** @param {string} start What the names begin with. */
export function names(start) {
  const own = ownPrefix();
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(own + start))
    .map((key) => key.slice(own.length));
}

/**
 * Follows what other tabs save.
 *
 * @param {(name: string | null) => void} changed Given the entry's name, or `null` if any may have
 *   changed.
 */
export function follow(changed) {
  window.addEventListener('storage', ({ key }) => {
    if (key === null) changed(null);
    else if (key.startsWith(ownPrefix())) changed(key.slice(ownPrefix().length));
  });
  // While the browser kept the page for Back, it has heard nothing.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed(null);
  });
}
