/**
 * Shows the summary of a page with exercises when all of them are done or the reader reaches the
 * end. It is loaded only then.
 */
import { loadData } from './load.js';

const OPEN = ['new', 'stale', 'unanswered'];

/** @typedef {{ courseClosing: { show: (at: Element) => Promise<HTMLElement | null> } }} Closing */

/** To be called after the exercises have been initialised. */
export function startClosing() {
  const page = document.querySelector('.page');
  const exercises = /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll('.page section.exercise'),
  ]);
  if (!page || !exercises.length) return;
  /** @type {Promise<unknown> | null} */
  let loading = null;
  const show = async () => {
    loading ??= loadData('closing.js');
    const { courseClosing } = /** @type {Closing} */ (await loading);
    return courseClosing.show(page);
  };
  const update = () => {
    const done = exercises.every(({ dataset }) => !OPEN.includes(dataset.state ?? ''));
    // Once shown, it is updated with every answer.
    if (done || loading) show().catch(() => {});
  };
  document.addEventListener('exercise:graded', update);
  document.addEventListener('exercises:end', async () => {
    const closing = await show().catch(() => null);
    // If it cannot be loaded, the links to other pages are shown instead.
    const place = closing ?? document.querySelector('.neighbours');
    place?.scrollIntoView();
    closing?.focus({ preventScroll: true });
  });
  update();
}
