/**
 * Takes over what was saved before entries were named after a course and its place. Those older
 * entries do not tell which edition they are of: the first one opened copies them, all or none,
 * and once. They stay where they are, since an edition that has not been updated still lives on
 * them; another edition fetches them only when the reader asks (`record/earlier.js`).
 */
import { ownPrefix, platformStore } from '../../../../../exercises/web/src/course-storage.js';

/** Whether older entries may be there: the course declares what their names begin with. */
export function legacyPrefix() {
  return document.documentElement.dataset.legacyPrefix ?? '';
}

/** Where it is kept which place has taken them over; one entry for all places of the course. */
export function markName() {
  return `course:${document.documentElement.dataset.courseId}:taken-over`;
}

export function takeOver() {
  const legacy = legacyPrefix();
  // A platform keeps nothing from before: the course was not in one.
  if (!legacy || platformStore()) return;
  /** @type {string[]} */
  const copied = [];
  try {
    if (localStorage.getItem(markName())) return;
    for (const name of Object.keys(localStorage)) {
      const own = ownPrefix() + name.slice(legacy.length);
      if (!name.startsWith(legacy) || localStorage.getItem(own)) continue;
      copied.push(own);
      localStorage.setItem(own, localStorage.getItem(name) ?? '');
    }
    // Marked also if there was nothing: what comes later is of another edition.
    localStorage.setItem(markName(), ownPrefix());
  } catch {
    // Forbidden or full: tried again on the next page.
    for (const own of copied) localStorage.removeItem(own);
  }
}
