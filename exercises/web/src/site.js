/**
 * Makes the exercises of a static page interactive, without a kernel. The scripts of the kinds on
 * the page follow in the same file: they take shared modules from `window.courseExercises` and
 * register themselves there. Pages that choose their exercises themselves (review, tests) use its
 * `Exercise` and `openMemory`, so that the code is on a page once.
 */
import kinds from '#kinds';
import * as shared from '#shared';
import { make } from './dom.js';
import { drawn } from './drawn.js';
import { Exercise } from './exercise.js';
import { keepUp } from './keep-up.js';
import { comesBack, layOut } from './lay-out.js';
import { openMemory } from './memory.js';
import { oneActAPress } from './one-act.js';
import { takeApart } from './take-apart.js';
import { wayOn } from './way-on.js';
import { BROKEN } from './words.js';

/**
 * Shows a message below the exercise that had the problem.
 *
 * @param {string} message
 * @param {string} item
 */
function tell(message, item) {
  const notice = make('p', { class: 'exercise-notice', role: 'status' });
  document.getElementById(`ex-${item}`)?.after(notice);
  notice.append(message);
}

/**
 * @param {Element} root
 * @param {{ whole?: boolean }} [options]
 * @returns {(() => void)[]} The steps still to do, unless it was made interactive as a whole.
 */
function bringToLife(root, { whole = false } = {}) {
  const done = root.querySelector('.exercise-live, .exercise-notice');
  if (done || !root.matches('section.exercise')) return [];
  const body = root.querySelector('.exercise-body');
  const data = root.querySelector('script.exercise-data');
  if (!(root instanceof HTMLElement && body instanceof HTMLElement)) return [];
  try {
    const live = make('div', { class: 'exercise-live' });
    const exercise = new Exercise(root, live, JSON.parse(data?.textContent ?? ''), memory, {
      wayOn: () => wayOn(root),
      folds: true,
    });
    if (isDoneWith(exercise)) exercise.folding?.fold(true);
    alive.set(exercise.payload.id, exercise);
    const rest = whole ? [] : takeApart(live);
    // The printable form stays after it, for printing.
    body.before(live);
    return rest;
  } catch (error) {
    // A broken exercise must not break the others; its printable form stays.
    console.error(`${root.dataset.item}:`, error);
    body.before(make('p', { class: 'exercise-notice' }, BROKEN));
    return [];
  }
}

/**
 * Whether an exercise is folded when its page is opened: it is answered correctly, and the reader
 * neither follows a link to it nor returns to the page.
 *
 * @param {Exercise} exercise
 */
function isDoneWith({ grade, root }) {
  return grade?.state === 'correct' && !comesBack() && location.hash !== `#${root.id}`;
}

/**
 * The first exercise is interactive in the first frame, the others as soon as they are on screen or
 * the layout of the page reaches them.
 */
async function start() {
  const { dataset } = document.documentElement;
  // From here on the printable forms that will be replaced are not laid out (text.css).
  dataset.exercises = 'arriving';
  try {
    const [first, ...others] = document.querySelectorAll('section.exercise');
    if (first) bringToLife(first, { whole: true });
    const onScreen = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (isIntersecting) bringToLife(target, { whole: true });
      }
    });
    for (const other of others) onScreen.observe(other);
    await drawn();
    await layOut(bringToLife);
    onScreen.disconnect();
  } finally {
    dataset.exercises = 'ready';
    document.dispatchEvent(new CustomEvent('exercises:ready'));
  }
}

const memory = openMemory(tell);
/** @type {Map<string, Exercise>} By item. */
const alive = new Map();
keepUp(memory, alive);
Object.assign(window, { courseExercises: { Exercise, openMemory, kinds, shared } });
oneActAPress(document);
window.addEventListener('hashchange', () => {
  const button = document.querySelector('.exercise:target[data-folded] > .exercise-fold');
  if (button instanceof HTMLElement) button.click();
});
// After the scripts of the kinds, which follow this one.
queueMicrotask(start);
