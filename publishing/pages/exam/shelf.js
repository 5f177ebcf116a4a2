/** Where tests are kept: the course's storage, and what it refuses as long as the page is open. */
import * as storage from '../../../exercises/web/src/course-storage.js';

/**
 * Opens the shelf.
 *
 * @param {string} own What the names of all entries begin with.
 * @param {(kept: boolean) => void} tell Told when the browser refuses to keep something, and when
 *   it has kept all of it after all.
 */
export function openShelf(own, tell) {
  /** @type {Map<string, string>} */
  const refused = new Map();
  /** @param {string} name */
  const stored = (name) => {
    try {
      return storage.read(name);
    } catch {
      return null;
    }
  };
  /** @param {string} name @param {string} text */
  const keep = (name, text) => {
    try {
      storage.write(name, text);
    } catch {
      refused.set(name, text);
      return false;
    }
    refused.delete(name);
    return true;
  };
  return {
    /** What the browser itself has, which is there after a reload. */
    stored,
    /** @param {string} name */
    get: (name) => refused.get(name) ?? stored(name),
    /** @param {string} name @param {string} text */
    set(name, text) {
      const before = refused.size;
      // There may be room by now for what was refused earlier.
      if (keep(name, text)) [...refused].every(([other, held]) => keep(other, held));
      if (refused.size) tell(false);
      else if (before) tell(true);
    },
    /** @param {string} name */
    remove(name) {
      refused.delete(name);
      try {
        storage.remove(name);
      } catch {
        // It was never there.
      }
    },
    names() {
      try {
        return [...new Set([...refused.keys(), ...storage.names(own)])];
      } catch {
        return [...refused.keys()];
      }
    },
  };
}
