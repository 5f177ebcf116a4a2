/**
 * What is saved of an exercise, and under which name. The progress page and the export file read
 * the same entries, so their form stands here and nowhere else.
 */
import { conforms } from './shape.js';

export const STATES = ['new', 'unanswered', 'correct', 'partial', 'wrong', 'stale'];

/** The latest moment that a date can hold, in milliseconds since 1970. */
export const LATEST = 8.64e15;

/**
 * The form of an entry; what its parts mean is told where it is published
 * (`publishing/html/web/src/record-schema.js`).
 *
 * @type {import('./shape.js').Schema}
 */
export const SAVED = {
  type: 'object',
  required: ['version', 'response', 'state', 'score', 'attempts', 'revealed', 'first', 'at'],
  properties: {
    version: { type: 'string' },
    response: { type: 'object', additionalProperties: { type: 'string' } },
    state: { type: 'string', enum: STATES },
    score: { type: 'integer', minimum: 0 },
    attempts: { type: 'integer', minimum: 0 },
    revealed: { type: 'boolean' },
    first: { type: 'string', enum: ['', ...STATES] },
    at: { type: 'number', minimum: 0, maximum: LATEST },
  },
  additionalProperties: false,
};

/** What the names of saved answers begin with. */
export const EXERCISE_ENTRY = 'exercise:';

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
  const saved = { version, response, state, score, attempts, revealed, first, at };
  return conforms(SAVED, saved) ? { ...saved, response: { ...response } } : null;
}
