/**
 * Migrates entries saved before names contained the course and its path. Such older entries do not
 * say which edition they belong to: the first edition opened copies them, once, all or none. The
 * originals are kept, since an edition that has not been updated still uses them; other editions
 * copy them only when the reader asks (`record/earlier.js`).
 */
import { ownPrefix, platformStore } from '../../../../../exercises/web/src/course-storage.js';

/** Prefix of older entries; empty unless the course declares one. */
export function legacyPrefix() {
  return document.documentElement.dataset.legacyPrefix ?? '';
}

/** Name of the entry that says where older entries were copied; one for all paths of a course. */
export function markName() {
  return `course:${document.documentElement.dataset.courseId}:taken-over`;
}

export function takeOver() {
  const legacy = legacyPrefix();
  // A platform has no older entries: the course was not available for platforms then.
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
    // Set even if there was nothing to copy: older entries saved later belong to another edition.
    localStorage.setItem(markName(), ownPrefix());
  } catch {
    // Storage is forbidden or full; retried on the next page.
    for (const own of copied) localStorage.removeItem(own);
  }
}
