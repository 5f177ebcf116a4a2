/**
 * The foot of an exercise: the verdict and the available actions. After an action it sticks to the
 * window's bottom edge, so that on a phone a long exercise does not push the verdict out of sight,
 * and the verdict is scrolled out from behind the top bar; once the exercise is scrolled away, the
 * foot returns to its place.
 */
import { make } from './dom.js';
import { ACTIONS } from './words.js';

/** @typedef {keyof typeof ACTIONS} Action */

/**
 * @param {Record<Action, () => void>} acts
 * @param {Element} exercise The foot may stick while this is on screen.
 */
export function makeFoot(acts, exercise) {
  const status = make('div', { class: 'exercise-status', role: 'status' });
  const buttons = /** @type {Record<Action, HTMLButtonElement>} */ (
    Object.fromEntries(
      Object.entries(ACTIONS).map(([action, words]) => {
        const type = action === 'submit' ? 'submit' : 'button';
        const button = make('button', { type, 'data-action': action }, words);
        button.addEventListener('click', acts[/** @type {Action} */ (action)]);
        return [action, button];
      }),
    )
  );
  const actions = make('div', { class: 'exercise-actions' }, ...Object.values(buttons));
  const element = make('div', { class: 'exercise-foot' }, status, actions);
  const watch = new IntersectionObserver((seen) => {
    if (!seen.at(-1)?.isIntersecting) lower();
  });
  const lower = () => {
    watch.disconnect();
    exercise.removeAttribute('data-fresh');
  };
  return {
    element,
    status,
    buttons,
    actions,
    /** @param {string} words Cleared first, so that the same words are announced again. */
    tell(words) {
      status.replaceChildren();
      if (words) status.append(make('p', { class: 'verdict' }, words));
    },
    lower,
    raise() {
      exercise.setAttribute('data-fresh', '');
      watch.observe(exercise);
      // Scroll anchoring keeps the pressed button in place, which may push the verdict behind the bar.
      requestAnimationFrame(() => bringBelowBar(status));
    },
  };
}

/** @param {Element} element Scrolled into view if it is behind the top bar. */
function bringBelowBar(element) {
  const bar = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const above = element.getBoundingClientRect().top - bar;
  if (element.firstChild && above < 0) scrollBy({ top: above, behavior: 'instant' });
}
