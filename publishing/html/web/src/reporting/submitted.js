/**
 * Decides whether an exercise that was graded was also submitted: one graded in a review does not
 * change the answer on the exercise's own page.
 */
import { follow, names, read } from '../../../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

export function submitted() {
  /** @type {Map<string, string | null>} The last known entry of each exercise. */
  const known = new Map();
  const look = () => {
    for (const name of names(EXERCISE_ENTRY)) known.set(name, read(name));
  };
  look();
  // Another window reports what it saves itself.
  follow((name) => {
    if (name === null) look();
    else if (name.startsWith(EXERCISE_ENTRY)) known.set(name, read(name));
  });
  return {
    /** @param {string} id The item's id. */
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
