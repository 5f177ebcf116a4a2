/** The reader's choice about reporting, and what was already sent; saved in this browser. */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';
import { conforms } from '../../../../../exercises/web/src/shape.js';

/** Prefix of the names of all entries of reporting. */
export const OWN = 'reporting';

/**
 * @typedef {object} Choice
 * @property {boolean} on
 * @property {string} reader The name in the statements.
 * @property {string} registration A new one each time the reader turns reporting on.
 * @property {string[]} said Verbs already sent about the course as a whole.
 */

const TEXT = /** @type {const} */ ({ type: 'string' });
/** @type {import('../../../../../exercises/web/src/shape.js').Schema} */
const CHOICE = {
  type: 'object',
  required: ['on', 'reader', 'registration'],
  properties: { on: { type: 'boolean' }, reader: TEXT, registration: TEXT },
};

/** @returns {Choice | null} `null` if the reader has not decided. */
export function readChoice() {
  try {
    const choice = JSON.parse(read(OWN) ?? 'null');
    if (!conforms(CHOICE, choice)) return null;
    return { ...choice, said: Array.isArray(choice.said) ? choice.said : [] };
  } catch {
    return null;
  }
}

/** @param {Choice} choice @throws If the browser saves nothing. */
export function writeChoice(choice) {
  write(OWN, JSON.stringify(choice));
}
