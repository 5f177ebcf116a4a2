/**
 * What is to be reviewed, and when: worked out from what is saved, without the scheduler.
 *
 * An item comes under review when its first attempt was wrong or a later one is; one whose
 * answer is how well it was recalled, when it has been rated. From its first review on it follows
 * its own schedule, whatever is answered in the chapter, except that a wrong answer there brings it
 * back at once. An item that has changed starts anew; one that the book has no more is passed over.
 */
import { dayOf } from './days.js';
import { dueDay, isAstray } from './entry.js';

/** @typedef {import('../../../exercises/web/src/types.js').Saved} Saved */
/** @typedef {import('./entry.js').Review} Review */
/**
 * @typedef {import('../../html/web/src/record/record.js').Entry & { page: string, review: Review | null, due: number }} Planned
 * @typedef {object} Plan
 * @property {Planned[]} due Today's that come back, the longest overdue first.
 * @property {Planned[]} fresh Today's that have never been reviewed, in the book's order.
 * @property {Planned[]} waiting Those that have to wait for another day's allowance.
 * @property {Planned[]} later The rest, the next first.
 * @property {Review[]} done What has been reviewed today.
 */

/**
 * @param {import('../../html/web/src/record/record.js').Chapter[]} chapters
 * @param {Map<string, Saved>} record
 * @param {Map<string, Review>} reviews
 * @param {number} now
 * @param {number} allowance How many items a day may come under review.
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
  // A moment that is yet to come is of a clock that was ahead: nothing can be told by it.
  const again = wrong && answer.at > stored.last && answer.at <= now;
  const today = again || isAstray(stored, now);
  return [{ ...item, review: stored, due: today ? dayOf(now) : dueDay(stored) }];
}

/** @param {string} state */
function isWrong(state) {
  return state === 'wrong' || state === 'partial';
}
