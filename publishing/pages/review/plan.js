/**
 * Which items to review, and when; computed from saved data without the scheduler.
 *
 * An item comes under review if its first or latest attempt was wrong; an item whose answer is a
 * self-rating of recall, once it has been rated. After its first review it follows its own
 * schedule, whatever is answered in the chapter, except that a wrong answer there makes it due at
 * once. An item that has changed starts again; one that is no longer in the book is ignored.
 */
import { dayOf } from './days.js';
import { dueDay, isAstray } from './entry.js';

/** @typedef {import('../../../exercises/web/src/types.js').Saved} Saved */
/** @typedef {import('./entry.js').Review} Review */
/**
 * @typedef {import('../../html/web/src/record/record.js').Entry & { page: string, review: Review | null, due: number }} Planned
 * @typedef {object} Plan
 * @property {Planned[]} due Repeated reviews due today, longest overdue first.
 * @property {Planned[]} fresh First reviews for today, in the book's order.
 * @property {Planned[]} waiting Items that exceed today's allowance.
 * @property {Planned[]} later The other scheduled items, next first.
 * @property {Review[]} done Reviews made today.
 */

/**
 * @param {import('../../html/web/src/record/record.js').Chapter[]} chapters
 * @param {Map<string, Saved>} record
 * @param {Map<string, Review>} reviews
 * @param {number} now
 * @param {number} allowance Maximum number of first reviews per day.
 * @returns {Plan}
 */
export function planReviews(chapters, record, reviews, now, allowance) {
  const today = dayOf(now);
  const all = chapters
    .flatMap(({ page, items }) => items.map((item) => ({ ...item, page })))
    .flatMap((item) => planned(item, record.get(item.id), reviews.get(item.id), now));
  const scheduled = all.filter(({ review }) => review).sort((a, b) => a.due - b.due);
  const fresh = all.filter(({ review }) => !review);
  const known = [...reviews.values()];
  const room = Math.max(0, allowance - known.filter(({ added }) => dayOf(added) === today).length);
  return {
    due: scheduled.filter(({ due }) => due <= today),
    fresh: fresh.slice(0, room),
    waiting: fresh.slice(room),
    later: scheduled.filter(({ due }) => due > today),
    done: known.filter(({ last }) => dayOf(last) === today),
  };
}

/**
 * @param {import('../../html/web/src/record/record.js').Entry & { page: string }} item
 * @param {Saved | undefined} saved
 * @param {Review | undefined} stored
 * @param {number} now
 * @returns {Planned[]} One, or none if the item is not under review.
 */
function planned(item, saved, stored, now) {
  const answer = saved && saved.attempts > 0 && saved.version === item.version ? saved : null;
  const wrong = answer !== null && isWrong(answer.state);
  if (stored?.version !== item.version) {
    const enters = wrong || (answer && (item.ratesRecall || isWrong(answer.first)));
    return enters ? [{ ...item, review: null, due: dayOf(now) }] : [];
  }
  // An answer dated in the future was saved by a clock that was ahead, so it is ignored here.
  const again = wrong && answer.at > stored.last && answer.at <= now;
  const today = again || isAstray(stored, now);
  return [{ ...item, review: stored, due: today ? dayOf(now) : dueDay(stored) }];
}

/** @param {string} state */
function isWrong(state) {
  return state === 'wrong' || state === 'partial';
}
