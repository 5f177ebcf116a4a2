/**
 * A copy on this device of what the platform has not accepted, or has no room for. It belongs to
 * one learner: devices may be shared, and nobody should see another's answers.
 */
import { momentOf } from './entries.js';
import { pack, unpack } from './packing.js';
import { takeAnswers, withAnswers } from './waiting.js';

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
     * @param {import('./types.js').Answer[]} answers Submissions that the platform may lack.
     * @returns {boolean} Whether the browser saved it.
     */
    keep(entries, answers) {
      if (!learner) return false;
      try {
        const all = withAnswers(entries, answers);
        const { text } = pack(all, items, Number.POSITIVE_INFINITY, momentOf);
        localStorage.setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
    read() {
      try {
        const text = learner && localStorage.getItem(name);
        const found = text ? unpack(text, items) : null;
        return found && { ...found, answers: takeAnswers(found.entries, items) };
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
