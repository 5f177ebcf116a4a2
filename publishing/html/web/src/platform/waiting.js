/**
 * Submissions that the platform may not have received, beside the entries of the record: in the
 * copy on this device, and when another window continues.
 */
import { checkSaved, EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {Map<string, string>} Entries */

const WAITING = 'platform:waiting';

/**
 * @param {Entries} entries
 * @param {Answer[]} answers
 * @returns {Entries} With an entry for the answers.
 */
export function withAnswers(entries, answers) {
  if (!answers.length) return entries;
  const listed = answers.map(({ item, ...others }) => ({ item: item.id, ...others }));
  return new Map([...entries, [WAITING, JSON.stringify(listed)]]);
}

/**
 * Removes the answers from the entries.
 *
 * @param {Entries} entries Modified.
 * @param {import('./types.js').PackedItem[]} items
 * @returns {Answer[]}
 */
export function takeAnswers(entries, items) {
  const text = entries.get(WAITING);
  entries.delete(WAITING);
  return listed(text).flatMap(({ item: id, saved, seconds }) => {
    const item = items.find((one) => one.id === id);
    const checked = checkSaved(saved);
    if (!item || checked?.version !== item.version || !Number.isFinite(seconds)) return [];
    return [{ item, saved: checked, seconds }];
  });
}

/**
 * Returns the answers that the platform does not have: a platform that has the record of an answer
 * has received the answer too, in the same commit.
 *
 * @param {Answer[]} answers
 * @param {Entries} entries The platform's.
 */
export function lacking(answers, entries) {
  return answers.filter(({ item, saved }) => {
    const own = readSaved(entries.get(EXERCISE_ENTRY + item.id) ?? '');
    return !own || saved.attempts > own.attempts || saved.at > own.at;
  });
}

/** @param {string | undefined} text Untrusted. @returns {any[]} */
function listed(text) {
  try {
    const found = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter((one) => one) : [];
  } catch {
    return [];
  }
}
