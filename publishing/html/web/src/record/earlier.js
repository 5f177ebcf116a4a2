/**
 * What was saved before entries were named after a course and its place, and has been taken over
 * by another edition (`frame/take-over.js`): a reader who wants it here too can fetch it.
 */
import { ownPrefix } from '../../../../../exercises/web/src/course-storage.js';
import { legacyPrefix, markName } from '../frame/take-over.js';
import { PARTS } from './parts.js';
import { parseEntry } from './record.js';
import { newerThanHeld } from './transfer.js';

/**
 * @returns {import('./transfer.js').Entries | null} What this place has not, or older; `null` for
 *   nothing.
 */
export function earlierEntries() {
  const legacy = legacyPrefix();
  try {
    const taken = localStorage.getItem(markName());
    if (!legacy || !taken || taken === ownPrefix()) return null;
    const entries = Object.entries(PARTS).map(([name, part]) => [name, held(legacy, part)]);
    const newer = newerThanHeld(Object.fromEntries(entries));
    return Object.values(newer).some(({ size }) => size) ? newer : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} legacy
 * @param {import('./part.js').Part<any>} part
 */
function held(legacy, part) {
  const start = legacy + part.entry;
  const found = Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => [key.slice(start.length), parseEntry(part, localStorage.getItem(key))]);
  return new Map(/** @type {[string, any][]} */ (found.filter(([, entry]) => entry)));
}
