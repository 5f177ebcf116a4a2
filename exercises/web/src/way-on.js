/** What follows an exercise on its page: the next exercise, more text, or the page's end. */
import { make } from './dom.js';
import { ONWARD } from './words.js';

/**
 * Creates the button that leads on. At the page's end it dispatches `exercises:end`.
 *
 * @param {Element} root The exercise's section.
 */
export function wayOn(root) {
  const next = nextTo(root);
  const last = [...document.querySelectorAll('section.exercise')].at(-1) === root;
  const words = next?.matches('section.exercise') ? 'next' : last ? 'end' : 'read';
  const button = make('button', { type: 'button', 'data-action': 'onward' }, ONWARD[words]);
  button.addEventListener('click', () => {
    if (words === 'end') root.dispatchEvent(new CustomEvent('exercises:end', { bubbles: true }));
    else if (next) goTo(next);
  });
  return button;
}

/** @param {HTMLElement} place */
function goTo(place) {
  place.scrollIntoView();
  // Focusable only by script: Tab then continues from here.
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Returns what follows on the page, at any level of nesting; in cells, the first exercise.
 *
 * @param {Element} root
 * @returns {HTMLElement | null}
 */
function nextTo(root) {
  /** @type {Element | null} */
  let at = root;
  while (at && !at.nextElementSibling?.matches('div, section, p, blockquote, aside, ul, h2')) {
    at = at.matches('main') ? null : at.parentElement;
  }
  const next = at?.nextElementSibling ?? null;
  const first = next?.matches('.cell') ? next.querySelector('section.exercise') : null;
  return /** @type {HTMLElement | null} */ (first ?? next);
}
