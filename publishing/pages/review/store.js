/** Reviews kept in the browser; where that fails, as long as the page is open. */
import { read, write } from '../../../exercises/web/src/course-storage.js';
import answers from '../../html/web/src/record/answers-part.js';
import { parseEntry, readPart } from '../../html/web/src/record/record.js';

import REVIEWS from './part.js';

/** @typedef {import('./entry.js').Review} Review */

/**
 * @param {() => void} tell Tells the reader, once, that nothing is kept.
 */
export function openReviews(tell) {
  /** @type {Map<string, Review>} */
  const unsaved = new Map();
  let told = false;
  const all = () => new Map([...readPart(REVIEWS), ...unsaved]);
  return {
    all,
    /**
     * Keeps a review, unless another tab has kept one of the same item since.
     *
     * @param {string} item
     * @param {Review} review
     * @param {number | undefined} known When the review that this one follows was kept.
     * @returns {boolean} Whether it was kept.
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
 * Sees that a review comes after the answer that has led to it, by their times as well: given while
 * the clock was ahead, the answer would otherwise ask for one review after the other.
 *
 * @param {string} item
 * @param {number} last When it was reviewed.
 */
function setBefore(item, last) {
  const name = answers.entry + item;
  const answer = parseEntry(answers, read(name));
  if (answer && answer.at > last) write(name, JSON.stringify({ ...answer, at: last }));
}
