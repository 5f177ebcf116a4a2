/**
 * Corrects times in the future, which were saved by a clock that was ahead. Once the clock is
 * right, such times say nothing: not which of two entries is newer, nor whether a review came after
 * an answer. So they are moved back to the present.
 */
import { names, read, write } from '../../../../../exercises/web/src/course-storage.js';
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { PARTS } from './parts.js';
import { parseEntry } from './record.js';

/**
 * Returns an entry without times in the future.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @param {T} entry
 * @param {number} now
 * @returns {T} The same object if there are none.
 */
export function withoutFuture(part, entry, now) {
  if (part.notAhead) return part.notAhead(entry, now);
  return part.at(entry) > now ? { ...entry, at: now } : entry;
}

/**
 * Corrects all saved entries.
 *
 * @param {number} now
 */
export async function putTimesRight(now) {
  try {
    for (const part of Object.values(PARTS)) {
      await eachInSlices(names(part.entry), (name) => putRight(part, name, now));
    }
  } catch {
    // Storage is forbidden or full: entries stay as they are.
  }
}

/**
 * @param {import('./part.js').Part<any>} part
 * @param {string} name
 * @param {number} now
 */
function putRight(part, name, now) {
  const entry = parseEntry(part, read(name));
  if (!entry) return;
  const right = withoutFuture(part, entry, now);
  if (right !== entry) write(name, JSON.stringify(right));
}
