/** What is known about the course, and what the reader's record has about it. */
import { names, read } from '../../../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY } from '../../../../../exercises/web/src/saved.js';
import { RESULT } from '../../../../pages/exam/records.js';
import { loadData } from '../frame/load.js';
import { PAPER, takePaper } from '../platform/outcome.js';

const DATA = 'reporting-data.js';

/** @typedef {import('../platform/types.js').KnownCourse} KnownCourse */

/** @type {Promise<KnownCourse> | undefined} */
let course;

/** Loads the data about the course, once. */
export function knownCourse() {
  course ??= loadData(DATA).then(
    ({ courseReporting }) => /** @type {KnownCourse} */ (courseReporting),
  );
  return course;
}

/**
 * Returns the reader's answers, and the best result of the paper that decides about passing.
 *
 * @param {KnownCourse} known
 */
export function ownEntries({ rule }) {
  const found = new Map(names(EXERCISE_ENTRY).map((name) => [name, read(name) ?? '']));
  /** @type {string | null} */
  let best = null;
  for (const name of names(RESULT)) {
    try {
      best = takePaper(JSON.parse(read(name) ?? ''), best, rule) ?? best;
    } catch {
      // Damaged; the exam page reports it.
    }
  }
  return best === null ? found : found.set(PAPER, best);
}
