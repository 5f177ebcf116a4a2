/**
 * Tells of an exercise that was graded whether its answer was submitted: what is graded in a review
 * leaves the answer of the exercise's own page as it was.
 */
import { follow, names, read } from '../../../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

export function submitted() {
  /** @type {Map<string, string | null>} What was saved of each exercise when it was last looked at. */
  const known = new Map();
  const look = () => {
    for (const name of names(EXERCISE_ENTRY)) known.set(name, read(name));
  };
  look();
  // What another window saves is reported there.
  follow((name) => {
    if (name === null) look();
    else if (name.startsWith(EXERCISE_ENTRY)) known.set(name, read(name));
  });
  return {
    /** @param {string} id The item's. */
    take(id) {
      const name = EXERCISE_ENTRY + id;
      const before = readSaved(known.get(name) ?? '');
      const text = read(name);
      known.set(name, text);
      const saved = readSaved(text ?? '');
      const isNew = saved && saved.attempts > 0 && saved.at !== before?.at;
      return isNew ? { id, saved } : null;
    },
  };
}
