/** What is counted at a page's close. Pure functions. */
import { standing } from '../record/record.js';

/** @typedef {import('../record/record.js').Chapter} Chapter */
/** @typedef {import('../record/record.js').Entry} Entry */

/**
 * @param {Chapter} chapter
 * @param {Map<string, import('../../../../../exercises/web/src/types.js').Saved>} record
 * @returns {{ all: number, open: Entry[], redo: Entry[], first: number }} How many items there
 *   are, which are not answered, which not rightly, and how many were right at the first attempt.
 */
export function sumOf({ items }, record) {
  const stands = (/** @type {Entry} */ item) => standing(item, record);
  const open = items.filter((item) => ['new', 'stale'].includes(stands(item)));
  return {
    all: items.length,
    open,
    redo: items.filter((item) => stands(item) === 'redo'),
    first: items.filter((item) => !open.includes(item) && record.get(item.id)?.first === 'correct')
      .length,
  };
}

/**
 * Counts what is right by objective, without those that have no item.
 *
 * @param {Chapter} chapter
 * @param {(item: Entry) => boolean} isRight
 */
export function objectivesOf({ objectives, items }, isRight) {
  return Object.entries(objectives).flatMap(([id, text]) => {
    const own = items.filter(({ objective }) => objective === id);
    return own.length ? [{ text, right: own.filter(isRight).length, all: own.length }] : [];
  });
}
