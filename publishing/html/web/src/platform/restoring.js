/** Brings together what the platform, this device and another window have of the record. */
import { takeNewer } from './entries.js';
import { unpack } from './packing.js';
import * as words from './session-words.js';
import { lacking, takeAnswers } from './waiting.js';

/**
 * Merges the data of the platform and of this device into the store.
 *
 * @param {import('./types.js').Session} session
 * @param {string} data Saved by the platform.
 * @returns {string[]} Messages.
 */
export function restore({ course, platform, store, copy }, data) {
  const kept = data ? unpack(data, course.items) : null;
  for (const [name, text] of kept?.entries ?? []) store.entries.set(name, text);
  const here = copy.read();
  for (const answer of lacking(here?.answers ?? [], store.entries)) platform.answered(answer);
  const taken = here
    ? takeNewer(
        store.entries,
        here.entries,
        (_, moment) => !kept?.whole || moment === null || moment > kept.at,
      )
    : 0;
  return words.restored({ damaged: Boolean(data) && !kept, kept, taken });
}

/**
 * Merges what an earlier window hands over.
 *
 * @param {import('./types.js').Session} session
 * @param {Map<string, string>} entries With the answers that the platform may lack.
 * @returns {boolean} Whether the store has changed.
 */
export function takeOver({ course, platform, store }, entries) {
  const answers = takeAnswers(entries, course.items);
  for (const answer of lacking(answers, store.entries)) platform.answered(answer);
  return takeNewer(store.entries, entries) > 0;
}
