/** Tells from an entry that was saved whether an answer was submitted by it. */
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

/**
 * @param {import('./types.js').PackedItem[]} items
 * @param {string} name The entry's.
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
