/**
 * A copy on this device of what the platform has not accepted, or has no room for. It belongs to
 * one learner: devices may be shared, and nobody should see another's answers.
 */
import { momentOf } from './entries.js';
import { pack, unpack } from './packing.js';

/**
 * @param {string} course
 * @param {string} learner The platform's id of the learner; without it nothing is saved.
 * @param {import('./types.js').PackedItem[]} items
 */
export function localCopy(course, learner, items) {
  const name = `course:${course}:platform:${learner}`;
  return {
    /**
     * @param {Map<string, string>} entries
     * @returns {boolean} Whether the browser saved it.
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
        // Storage is forbidden, so there is no copy.
      }
    },
  };
}
