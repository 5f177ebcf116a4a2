/**
 * A copy on this device of what the platform has not taken, or has no room for. It is of one
 * learner: a device may be shared, and nobody is to find the answers of another.
 */
import { momentOf } from './entries.js';
import { pack, unpack } from './packing.js';

/**
 * @param {string} course
 * @param {string} learner As the platform calls the learner; without that nothing is kept.
 * @param {import('./types.js').PackedItem[]} items
 */
export function localCopy(course, learner, items) {
  const name = `course:${course}:platform:${learner}`;
  return {
    /**
     * @param {Map<string, string>} entries
     * @returns {boolean} Whether the browser keeps it.
     */
    keep(entries) {
      if (!learner) return false;
      try {
        const { text } = pack(entries, items, Number.POSITIVE_INFINITY, momentOf);
        localStorage.setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
    read() {
      try {
        const text = learner && localStorage.getItem(name);
        return text ? unpack(text, items) : null;
      } catch {
        return null;
      }
    },
    forget() {
      try {
        if (learner) localStorage.removeItem(name);
      } catch {
        // Forbidden, so there is none.
      }
    },
  };
}
