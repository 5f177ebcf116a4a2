/**
 * What is saved of an exercise, and under which name. The progress page and the export file read
 * the same entries, so their form stands here and nowhere else.
 */

/** Everything that the course saves begins with this. */
export const PREFIX = 'speech-course:';

const STATES = ['new', 'unanswered', 'correct', 'partial', 'wrong', 'stale'];

/** @param {string} item */
export function key(item) {
  return `${PREFIX}exercise:${item}`;
}

/**
 * Reads a saved entry, trusting nothing in it.
 *
 * @param {string} text
 * @returns {import('./types.js').Saved | null} `null` if it is not what this program saves.
 */
export function readSaved(text) {
  try {
    return checkSaved(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Takes what an entry must have, and nothing else, from a value of unknown origin.
 *
 * @param {any} entry
 * @returns {import('./types.js').Saved | null}
 */
export function checkSaved(entry) {
  if (typeof entry !== 'object' || entry === null) return null;
  const { version, response, state, score, attempts, revealed, first = '', at = 0 } = entry;
  const sound =
    typeof version === 'string' &&
    typeof response === 'object' &&
    response !== null &&
    Object.values(response).every((value) => typeof value === 'string') &&
    STATES.includes(state) &&
    Number.isInteger(score) &&
    Number.isInteger(attempts) &&
    typeof revealed === 'boolean' &&
    (first === '' || STATES.includes(first)) &&
    Number.isFinite(at);
  if (!sound) return null;
  return { version, response: { ...response }, state, score, attempts, revealed, first, at };
}
