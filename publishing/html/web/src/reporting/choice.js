/** Whether the reader wants to report, and what was said so far; kept in this browser. */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';
import { conforms } from '../../../../../exercises/web/src/shape.js';

/** What the names of all that reporting keeps begin with. */
export const OWN = 'reporting';

/**
 * @typedef {object} Choice
 * @property {boolean} on
 * @property {string} reader The name that the statements have.
 * @property {string} registration One for each time that the reader turns it on.
 * @property {string[]} said What was said of the course as a whole.
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

/** @param {Choice} choice @throws If the browser keeps nothing. */
export function writeChoice(choice) {
  write(OWN, JSON.stringify(choice));
}
