/**
 * The saved review of an item: its place in the schedule, separate from the chapter's answer. One
 * storage entry per item, so that two tabs never overwrite each other's.
 */
import { LATEST } from '../../../exercises/web/src/saved.js';
import { conforms } from '../../../exercises/web/src/shape.js';
import { DAY, dayOf } from './days.js';

/**
 * @typedef {'again' | 'hard' | 'good' | 'easy'} Rating
 * @typedef {object} Review
 * @property {string} version Version of the item; another version starts again.
 * @property {number} due The day on which it is due (see `days.js`).
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} interval In days.
 * @property {number} reps
 * @property {number} lapses
 * @property {Rating} rating The latest rating.
 * @property {number} added When it was first reviewed.
 * @property {number} last When it was last reviewed.
 */

export const REVIEW_ENTRY = 'review:';

/** @type {Rating[]} */
export const RATINGS = ['again', 'hard', 'good', 'easy'];

const TIME = /** @type {const} */ ({ type: 'number', minimum: 0, maximum: LATEST });
const COUNT = /** @type {const} */ ({ type: 'integer', minimum: 0 });

/** @type {import('../../../exercises/web/src/shape.js').Schema} */
export const REVIEW = {
  type: 'object',
  required: [
    ...['version', 'due', 'stability', 'difficulty', 'interval'],
    ...['reps', 'lapses', 'rating', 'added', 'last'],
  ],
  properties: {
    version: { type: 'string' },
    due: TIME,
    stability: { type: 'number', minimum: 0, maximum: 100_000 },
    difficulty: { type: 'number', minimum: 1, maximum: 10 },
    interval: COUNT,
    reps: { ...COUNT, minimum: 1 },
    lapses: COUNT,
    rating: { type: 'string', enum: RATINGS },
    added: TIME,
    last: TIME,
  },
  additionalProperties: false,
};

/**
 * Validates an untrusted entry.
 *
 * @param {any} entry
 * @returns {Review | null} `null` if it is invalid.
 */
export function checkReview(entry) {
  return conforms(REVIEW, entry) ? { ...entry } : null;
}

/**
 * Returns the day on which an item is due. In entries of earlier editions, `due` is midnight in the
 * time zone in which they were saved.
 *
 * @param {Review} review
 */
export function dueDay({ due }) {
  return due % DAY === 0 ? due : dayOf(due);
}

/**
 * Corrects a review saved while the clock was ahead: its times become now at the latest, and it is
 * due today if that clock determined its day.
 *
 * @param {Review} review
 * @param {number} now
 * @returns {Review}
 */
export function notAhead(review, now) {
  const { added, last } = review;
  if (added <= now && last <= now) return review;
  const due = isAstray(review, now) ? dayOf(now) : review.due;
  return { ...review, added: Math.min(added, now), last: Math.min(last, now), due };
}

/** Longer than any interval, with a day's margin for time zones. */
const LONGEST = 367;

/**
 * Checks whether a wrong clock has scheduled a review so late that it would never be seen.
 *
 * @param {Review} review
 * @param {number} now
 */
export function isAstray(review, now) {
  return review.last > now + DAY || dueDay(review) > dayOf(review.last, LONGEST);
}
