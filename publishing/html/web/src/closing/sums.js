/** Counts for the summary at the end of a page. Pure functions. */
import { standing } from '../record/record.js';

/** @typedef {import('../record/record.js').Chapter} Chapter */
/** @typedef {import('../record/record.js').Entry} Entry */

/**
 * @param {Chapter} chapter
 * @param {Map<string, import('../../../../../exercises/web/src/types.js').Saved>} record
 * @returns {{ all: number, open: Entry[], redo: Entry[], first: number }} Number of items, items
 *   not answered, items not answered correctly, and number correct at the first attempt.
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
 * Counts correct items by objective; objectives without items are omitted.
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
