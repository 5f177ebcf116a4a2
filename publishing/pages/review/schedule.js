/** Schedules reviews with FSRS. Only the review page loads this. */
import { fsrs, Rating, State } from 'ts-fsrs';
import { DAY, dayOf } from './days.js';
import { dueDay } from './entry.js';

/** @typedef {import('./entry.js').Review} Review */

/** In whole days and without randomness, so that dates can be predicted and explained. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });

const GRADES = /** @type {const} */ ({
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
});

/**
 * Returns the entry after a review.
 *
 * @param {Review | null} before `null` for the first review of this version of the item.
 * @param {import('./entry.js').Rating} rating
 * @param {string} version
 * @param {number} now
 * @returns {Review}
 */
export function schedule(before, rating, version, now) {
  const today = dayOf(now);
  // Calendar days, in whatever time zone: what matters is the number of days between two reviews. A
  // clock set back must not make that number negative.
  const last = before ? Math.min(dueDay(before) - before.interval * DAY, today) : today;
  const card = {
    due: new Date(today),
    stability: before?.stability ?? 0,
    difficulty: before?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: before?.interval ?? 0,
    learning_steps: 0,
    reps: before?.reps ?? 0,
    lapses: before?.lapses ?? 0,
    state: before ? State.Review : State.New,
    ...(before && { last_review: new Date(last) }),
  };
  const after = scheduler.next(card, new Date(today), GRADES[rating]).card;
  return {
    version,
    due: dayOf(now, after.scheduled_days),
    stability: after.stability,
    difficulty: after.difficulty,
    interval: after.scheduled_days,
    reps: after.reps,
    lapses: after.lapses,
    rating,
    added: before?.added ?? now,
    last: now,
  };
}
