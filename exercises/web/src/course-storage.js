/**
 * The part of the browser's storage that belongs to this course at this address. All access to
 * `localStorage` goes through this module; entry names are passed without their common prefix. If
 * the browser forbids or refuses storage, these functions throw.
 */

/** The common prefix of all entry names, which `early.js` computes first on each page. */
export function ownPrefix() {
  return document.documentElement.dataset.storage ?? '';
}

/**
 * Returns the store to use if a learning platform opened the course: its launcher, which shows the
 * pages in a frame, passes the entries on to the platform (`publishing/html/web/src/platform/`).
 *
 * @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }} Held
 * @returns {Held | undefined}
 */
export function platformStore() {
  try {
    return /** @type {{ courseStore?: Held }} */ (/** @type {unknown} */ (parent)).courseStore;
  } catch {
    // In a frame of another origin, which is not the launcher.
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

/** @param {string} start Prefix of the names to return. */
export function names(start) {
  const own = ownPrefix();
  return (platformStore()?.keys() ?? Object.keys(localStorage))
    .filter((key) => key.startsWith(own + start))
    .map((key) => key.slice(own.length));
}

/**
 * Watches for changes by other tabs.
 *
 * @param {(name: string | null) => void} changed Called with the entry's name, or `null` if any
 *   entry may have changed.
 */
export function follow(changed) {
  window.addEventListener('storage', ({ key }) => {
    if (key === null) changed(null);
    else if (key.startsWith(ownPrefix())) changed(key.slice(ownPrefix().length));
  });
  // A page in the back/forward cache receives no storage events.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed(null);
  });
}
