/**
 * The static site's host: brings every exercise of a page to life, with no kernel. Pages that
 * choose their exercises themselves (review, tests) take `Exercise` and `openMemory` from it, so
 * that the code is on a page once: `window.courseExercises`.
 */
import { make } from './dom.js';
import { drawn } from './drawn.js';
import { Exercise } from './exercise.js';
import { layOut } from './lay-out.js';
import { openMemory } from './memory.js';
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

/** @param {Element} root */
function bringToLife(root) {
  const done = root.querySelector('.exercise-live, .exercise-notice');
  if (done || !root.matches('section.exercise')) return;
  const body = root.querySelector('.exercise-body');
  const data = root.querySelector('script.exercise-data');
  if (!(root instanceof HTMLElement && body instanceof HTMLElement)) return;
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

/**
 * The first exercise is alive in the first frame. The others follow as the page is laid out: a
 * form that is not yet laid out would be when Chromium looks for forms to fill in, all at once.
 */
async function start() {
  const first = document.querySelector('section.exercise');
  if (first) bringToLife(first);
  await drawn();
  await layOut(bringToLife);
  document.documentElement.dataset.exercises = 'ready';
  document.dispatchEvent(new CustomEvent('exercises:ready'));
}

const memory = openMemory(tell);
Object.assign(window, { courseExercises: { Exercise, openMemory } });
start();
