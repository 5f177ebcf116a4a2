/** Counts items by state; each item is counted once. */
import { standing } from './record.js';

/** @typedef {import('./record.js').Entry} Entry */
/** @typedef {ReturnType<typeof standing>} Standing */

/**
 * @param {Entry[]} items
 * @param {Map<string, import('./record.js').Saved>} record
 * @returns {Record<Standing, number>}
 */
export function tally(items, record) {
  const count = { right: 0, redo: 0, stale: 0, new: 0 };
  for (const item of items) count[standing(item, record)] += 1;
  return count;
}
