/** When an item comes back, by FSRS. Only the page of reviews loads this. */
import { fsrs, Rating, State } from 'ts-fsrs';
import { DAY, dayOf } from './days.js';
import { dueDay } from './entry.js';

/** @typedef {import('./entry.js').Review} Review */

/** Whole days only, and the same for everyone: an answer's date can be foretold and explained. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });

const GRADES = /** @type {const} */ ({
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
});

/**
 * Gives the entry that a review leads to.
 *
 * @param {Review | null} before `null` for the first review of this version of the item.
 * @param {import('./entry.js').Rating} rating
 * @param {string} version
 * @param {number} now
 * @returns {Review}
 */
export function schedule(before, rating, version, now) {
  const today = dayOf(now);
  // Days of the calendar, wherever they were spent: what matters is how many lie between two
  // reviews. A clock set back must not make time run backwards between them.
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
