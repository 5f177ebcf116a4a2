/** Reviews kept in the browser; where that fails, as long as the page is open. */
import { write } from '../../../exercises/web/src/course-storage.js';
import { readPart } from '../../html/web/src/record/record.js';

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
