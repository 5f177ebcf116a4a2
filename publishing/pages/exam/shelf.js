/** Storage for tests: the course's storage and, for what the browser refuses, memory. */
import * as storage from '../../../exercises/web/src/course-storage.js';

/**
 * Opens the shelf.
 *
 * @param {string} own Prefix of all entry names.
 * @param {(kept: boolean) => void} tell Called with false when the browser refuses to save an
 * entry,
 *   and with true once all entries are saved after all.
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
    /** Returns what the browser has saved, which survives a reload. */
    stored,
    /** @param {string} name */
    get: (name) => refused.get(name) ?? stored(name),
    /** @param {string} name @param {string} text */
    set(name, text) {
      const before = refused.size;
      // There may be room now for entries refused earlier.
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
        // It was never saved.
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
