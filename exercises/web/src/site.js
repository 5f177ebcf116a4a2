/**
 * The static site's host: brings every exercise of a page to life, with no kernel. Behind it in
 * the same script stand the kinds that the page holds: they take the modules that they share from
 * `window.courseExercises`, and put themselves there. Pages that choose their exercises themselves
 * (review, tests) take `Exercise` and `openMemory` from it, so that the code is on a page once.
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

/**
 * @param {Element} root
 * @param {{ whole?: boolean }} [options]
 * @returns {(() => void)[]} What is to be done still, unless it came to life as a whole.
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
    // The printed form stays behind it, for the printer.
    body.before(live);
    return rest;
  } catch (error) {
    // One broken exercise must not cost the others; its printed form stays.
    console.error(`${root.dataset.item}:`, error);
    body.before(make('p', { class: 'exercise-notice' }, BROKEN));
    return [];
  }
}

/**
 * Whether an exercise is folded when its page is opened: it is right, and not what the reader comes
 * for or comes back to.
 *
 * @param {Exercise} exercise
 */
function isDoneWith({ grade, root }) {
  return grade?.state === 'correct' && !comesBack() && location.hash !== `#${root.id}`;
}

/**
 * The first exercise is alive in the first frame, and any other as soon as it is on the screen.
 * The rest follow as the page is laid out.
 */
async function start() {
  const { dataset } = document.documentElement;
  // From here on no printed form is laid out that a live one is to take the place of (text.css).
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
/** @type {Map<string, Exercise>} By their items. */
const alive = new Map();
keepUp(memory, alive);
Object.assign(window, { courseExercises: { Exercise, openMemory, kinds, shared } });
oneActAPress(document);
window.addEventListener('hashchange', () => {
  const button = document.querySelector('.exercise:target[data-folded] > .exercise-fold');
  if (button instanceof HTMLElement) button.click();
});
// When the kinds are there, which come after this.
queueMicrotask(start);
