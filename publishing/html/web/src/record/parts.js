/**
 * What the record is made of. Each part is kept in storage as one entry an item and goes into the
 * export file under its name; a further part is a further line here.
 */
import { checkSaved, EXERCISE_ENTRY, SAVED } from '../../../../../exercises/web/src/saved.js';
import { checkNote, NOTE, NOTE_ENTRY } from '../../../../pages/notes/entry.js';
import { checkReview, REVIEW, REVIEW_ENTRY } from '../../../../pages/review/entry.js';

/**
 * @template T
 * @typedef {object} Part
 * @property {string} entry What the names of its entries in storage begin with.
 * @property {import('../../../../../exercises/web/src/shape.js').Schema} schema Of one entry.
 * @property {(value: any) => T | null} check Takes an entry of unknown origin.
 * @property {(entry: T) => number} at When it was saved: of two the newer stays.
 */

/** @type {Part<import('../../../../../exercises/web/src/types.js').Saved>} */
export const EXERCISES = {
  entry: EXERCISE_ENTRY,
  schema: SAVED,
  check: checkSaved,
  at: ({ at }) => at,
};

/** @type {Part<import('../../../../pages/review/entry.js').Review>} */
export const REVIEWS = {
  entry: REVIEW_ENTRY,
  schema: REVIEW,
  check: checkReview,
  at: ({ last }) => last,
};

/** @type {Part<import('../../../../pages/notes/entry.js').Note>} */
export const NOTES = {
  entry: NOTE_ENTRY,
  schema: NOTE,
  check: checkNote,
  at: ({ at }) => at,
};

/** @type {Record<string, Part<any>>} The parts of an export file, by their names in it. */
export const PARTS = { exercises: EXERCISES, reviews: REVIEWS, notes: NOTES };
