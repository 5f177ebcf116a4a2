/**
 * What is saved of an item's review: its place in the schedule, apart from the chapter's answer.
 * One entry of the storage an item, so that two tabs never overwrite each other's.
 */
import { LATEST } from '../../../exercises/web/src/saved.js';
import { conforms } from '../../../exercises/web/src/shape.js';
import { DAY, dayOf } from './days.js';

/**
 * @typedef {'again' | 'hard' | 'good' | 'easy'} Rating
 * @typedef {object} Review
 * @property {string} version Of the item; another version starts anew.
 * @property {number} due The day on which it comes back (see `days.js`).
 * @property {number} stability
 * @property {number} difficulty
 * @property {number} interval In days.
 * @property {number} reps
 * @property {number} lapses
 * @property {Rating} rating The last one.
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
 * Takes an entry from a value of unknown origin.
 *
 * @param {any} entry
 * @returns {Review | null} `null` if it is not what this program saves.
 */
export function checkReview(entry) {
  return conforms(REVIEW, entry) ? { ...entry } : null;
}

/**
 * Gives the day on which an item comes back. Entries of earlier editions name it by its midnight
 * at the place where they were saved.
 *
 * @param {Review} review
 */
export function dueDay({ due }) {
  return due % DAY === 0 ? due : dayOf(due);
}

/**
 * Gives a review as it would be had the clock not been ahead: no later than now, and due at once
 * if its day was worked out by that clock.
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

/** Longer than any interval, and a day for those who travel. */
const LONGEST = 367;

/**
 * Whether a clock that was wrong has put a review where nobody would see it again.
 *
 * @param {Review} review
 * @param {number} now
 */
export function isAstray(review, now) {
  return review.last > now + DAY || dueDay(review) > dayOf(review.last, LONGEST);
}
