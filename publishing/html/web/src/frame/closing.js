/**
 * How a page with exercises closes: what was learned stands at its end once all of them are done,
 * or the reader has come through. It is loaded then, and not with the page.
 */
import { loadData } from './load.js';

const OPEN = ['new', 'stale', 'unanswered'];

/** @typedef {{ courseClosing: { show: (at: Element) => Promise<HTMLElement | null> } }} Closing */

/** To be called when the exercises are there. */
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
    // Once shown, it follows what is done further.
    if (done || loading) show().catch(() => {});
  };
  document.addEventListener('exercise:graded', update);
  document.addEventListener('exercises:end', async () => {
    const closing = await show().catch(() => null);
    // Where it cannot be had, the ways on are there all the same.
    const place = closing ?? document.querySelector('.neighbours');
    place?.scrollIntoView();
    closing?.focus({ preventScroll: true });
  });
  update();
}
