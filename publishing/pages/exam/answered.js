/** The learner's progress in a paper: current question, answered and flagged questions. */
import { isAnswered } from './paper.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {{ answered: boolean, flagged: boolean }} State Of one question. */
/** @typedef {ReturnType<typeof openStanding>} Standing */

/**
 * @param {import('./records.js').Sitting} sitting
 * @param {Map<string, Item>} items
 * @param {import('./records.js').Records} records
 * @param {number} left The question where the learner left off.
 */
export function openStanding(sitting, items, records, left) {
  const last = sitting.items.length - 1;
  let at = Math.min(Math.max(left, 0), last);
  return {
    get at() {
      return at;
    },
    get last() {
      return last;
    },
    /**
     * @param {number} to
     * @returns {boolean} Whether there is such a question.
     */
    goTo(to) {
      if (to < 0 || to > last) return false;
      at = to;
      return true;
    },
    /** Flags the current question, or removes its flag. */
    flag() {
      const { id } = /** @type {import('./records.js').Asked} */ (sitting.items[at]);
      const answer = records.answer(sitting, id);
      records.keep(id, { ...answer, flagged: !answer.flagged });
    },
    /** @returns {State[]} */
    states: () =>
      sitting.items.map(({ id }) => {
        const { response, flagged } = records.answer(sitting, id);
        return { answered: isAnswered(/** @type {Item} */ (items.get(id)), response), flagged };
      }),
  };
}
