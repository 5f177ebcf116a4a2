/** Saves reviews in the browser or, if that fails, in memory until the page is closed. */
import { read, write } from '../../../exercises/web/src/course-storage.js';
import answers from '../../html/web/src/record/answers-part.js';
import { parseEntry, readPart } from '../../html/web/src/record/record.js';

import REVIEWS from './part.js';

/** @typedef {import('./entry.js').Review} Review */

/**
 * @param {() => void} tell Informs the reader, once, that nothing is saved.
 */
export function openReviews(tell) {
  /** @type {Map<string, Review>} */
  const unsaved = new Map();
  let told = false;
  const all = () => new Map([...readPart(REVIEWS), ...unsaved]);
  return {
    all,
    /**
     * Saves a review, unless another tab has saved one of the same item in the meantime.
     *
     * @param {string} item
     * @param {Review} review
     * @param {number | undefined} known When the last known review of the item was made.
     * @returns {boolean} Whether it was saved.
     */
    keep(item, review, known) {
      if (all().get(item)?.last !== known) return false;
      try {
        write(REVIEWS.entry + item, JSON.stringify(review));
        unsaved.delete(item);
        setBefore(item, review.last);
      } catch {
        unsaved.set(item, review);
        if (!told) tell();
        told = true;
      }
      document.dispatchEvent(new CustomEvent('review:kept'));
      return true;
    },
  };
}

/**
 * Ensures that the answer that led to a review is dated before it. An answer saved while the clock
 * was ahead would otherwise make the item due again and again.
 *
 * @param {string} item
 * @param {number} last When it was reviewed.
 */
function setBefore(item, last) {
  const name = answers.entry + item;
  const answer = parseEntry(answers, read(name));
  if (answer && answer.at > last) write(name, JSON.stringify({ ...answer, at: last }));
}
