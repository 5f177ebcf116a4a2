/**
 * The saved state of an exercise, and its name in the storage. The progress page and the export
 * file read the same entries, so their format is defined only here.
 */
import { conforms } from './shape.js';

export const STATES = ['new', 'unanswered', 'correct', 'partial', 'wrong', 'stale'];

/** The latest date that `Date` can represent, in milliseconds since 1970. */
export const LATEST = 8.64e15;

/**
 * The schema of an entry; its properties are documented in the published schema
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

/** Prefix of the names of saved states. */
export const EXERCISE_ENTRY = 'exercise:';

/**
 * Parses a saved state without trusting it.
 *
 * @param {string} text
 * @returns {import('./types.js').Saved | null} `null` if it was not saved by this program.
 */
export function readSaved(text) {
  try {
    return checkSaved(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Extracts a saved state from an untrusted value.
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
