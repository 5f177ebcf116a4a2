/**
 * A clock that is ahead saves moments that are yet to come. Once it is right again nothing can be
 * told by them: which of two entries is the newer, or whether a review came after an answer. So
 * they are put back to the latest that they can be.
 */
import { names, read, write } from '../../../../../exercises/web/src/course-storage.js';
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { PARTS } from './parts.js';
import { parseEntry } from './record.js';

/**
 * Gives an entry without moments that are yet to come.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @param {T} entry
 * @param {number} now
 * @returns {T} The same if there are none.
 */
export function withoutFuture(part, entry, now) {
  if (part.notAhead) return part.notAhead(entry, now);
  return part.at(entry) > now ? { ...entry, at: now } : entry;
}

/**
 * Puts right all that is saved.
 *
 * @param {number} now
 */
export async function putTimesRight(now) {
  try {
    for (const part of Object.values(PARTS)) {
      await eachInSlices(names(part.entry), (name) => putRight(part, name, now));
    }
  } catch {
    // Forbidden or full: then it stays as it is.
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
