/** The interface that an exercise offers to scripts on its section element. */

/**
 * Adds `response` to the section and, except in tests, the methods that reveal the key.
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
