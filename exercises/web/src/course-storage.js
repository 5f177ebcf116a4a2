/**
 * The part of the browser's storage that belongs to this course at this place. Nothing else asks
 * for `localStorage`, and names are given without what they all begin with. Where the browser
 * forbids or refuses storage, these functions throw.
 */

/** What the names of all entries begin with: each page works it out first of all (`early.js`). */
export function ownPrefix() {
  return document.documentElement.dataset.storage ?? '';
}

/**
 * Where the entries are when a learning platform opened the course: its launcher, which shows the
 * pages in a frame, hands them to the platform (`publishing/html/web/src/platform/`).
 *
 * @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }} Held
 * @returns {Held | undefined}
 */
export function platformStore() {
  try {
    return /** @type {{ courseStore?: Held }} */ (/** @type {unknown} */ (parent)).courseStore;
  } catch {
    // Framed by a page of another origin, which is no launcher.
    return undefined;
  }
}

function store() {
  return platformStore() ?? localStorage;
}

/** @param {string} name */
export function read(name) {
  return store().getItem(ownPrefix() + name);
}

/** @param {string} name @param {string} text */
export function write(name, text) {
  store().setItem(ownPrefix() + name, text);
}

/** @param {string} name */
export function remove(name) {
  store().removeItem(ownPrefix() + name);
}

/** @param {string} start What the names begin with. */
export function names(start) {
  const own = ownPrefix();
  return (platformStore()?.keys() ?? Object.keys(localStorage))
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
