/**
 * Entries saved before names contained the course and its path, if another edition has taken them
 * over (`frame/take-over.js`): a reader may copy them here too.
 */
import { ownPrefix } from '../../../../../exercises/web/src/course-storage.js';
import { legacyPrefix, markName } from '../frame/take-over.js';
import { PARTS } from './parts.js';
import { parseEntry } from './record.js';
import { newerThanHeld } from './transfer.js';

/**
 * @returns {import('./transfer.js').Entries | null} Entries that are missing or older here; `null`
 * if
 *   there are none.
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
