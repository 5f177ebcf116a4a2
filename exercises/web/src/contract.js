/** The page's contract: what scripts may ask of an exercise by its section. */

/**
 * Puts `response` on the section and, but in a test, what tells the key.
 *
 * @param {import('./exercise.js').Exercise} exercise
 */
export function expose(exercise) {
  const { root, test } = exercise;
  Object.defineProperty(root, 'response', {
    configurable: true,
    get: () => exercise.view.read(),
    set: (/** @type {import('./types.js').Response} */ response) => exercise.answer(response),
  });
  if (test) return;
  Object.assign(root, {
    submit: () => exercise.submit(),
    reset: () => exercise.reset(),
    reveal: () => exercise.reveal(),
  });
}
