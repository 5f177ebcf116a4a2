/** Detects whether a change of a saved entry was the submission of an answer. */
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

/**
 * @param {import('./types.js').PackedItem[]} items
 * @param {string} name Name of the entry.
 * @param {string | null} text
 * @param {string | null} before
 */
export function submission(items, name, text, before) {
  if (!name.startsWith(EXERCISE_ENTRY) || text === null) return null;
  const saved = readSaved(text);
  const item = items.find(({ id }) => id === name.slice(EXERCISE_ENTRY.length));
  const earlier = readSaved(before ?? '')?.attempts ?? 0;
  if (!item || !saved || saved.version !== item.version || saved.attempts <= earlier) return null;
  return { item, saved };
}
