/**
 * The static site's host: brings every exercise of a page to life, with no kernel. Pages that
 * choose their exercises themselves (review, tests) take `Exercise` and `openMemory` from it, so
 * that the code is in the site once: `window.courseExercises`.
 */
import { make } from './dom.js';
import { Exercise } from './exercise.js';
import { openMemory } from './memory.js';
import { pause } from './pause.js';
import { BROKEN } from './words.js';

/**
 * Tells the reader where the eyes are: below the exercise that had the trouble.
 *
 * @param {string} message
 * @param {string} item
 */
function tell(message, item) {
  const notice = make('p', { class: 'exercise-notice', role: 'status' });
  document.getElementById(`ex-${item}`)?.after(notice);
  notice.append(message);
}

/** Milliseconds of work after which the browser may do what it has to do, on a fast machine. */
const SLICE = 4;

/** Brings the page's exercises to life in their order, a slice at a time: the first at once. */
async function start() {
  const memory = openMemory(tell);
  let since = performance.now();
  for (const root of document.querySelectorAll('section.exercise')) {
    if (performance.now() - since > SLICE) {
      await pause();
      since = performance.now();
    }
    const body = root.querySelector('.exercise-body');
    const data = root.querySelector('script.exercise-data');
    if (!(root instanceof HTMLElement && body instanceof HTMLElement)) continue;
    try {
      const live = make('div', { class: 'exercise-live' });
      new Exercise(root, live, JSON.parse(data?.textContent ?? ''), memory);
      // The printed form stays behind it, for the printer.
      body.before(live);
    } catch (error) {
      // One broken exercise must not cost the others; its printed form stays.
      console.error(`${root.dataset.item}:`, error);
      body.before(make('p', { class: 'exercise-notice' }, BROKEN));
    }
  }
  document.documentElement.dataset.exercises = 'ready';
  document.dispatchEvent(new CustomEvent('exercises:ready'));
}

Object.assign(window, { courseExercises: { Exercise, openMemory } });
start();
