/**
 * Restores the scroll position after going back, going forward and reloading. Browsers restore it
 * before the exercises are initialised, which changes the heights above it. So each history entry
 * saves an element and its position on the screen.
 */
import { comesBack } from '../../../../../exercises/web/src/lay-out.js';

/** Elements by which a position is saved: the last of them that begins above the line. */
const MARKS = '.sentence[id], section[id]';
/** Position of the line, as a share of the screen's height. */
const LINE = 0.4;
/** Milliseconds. Browsers allow about a hundred changes of the history in half a minute. */
const AFTER_SCROLLING = 400;

/** @typedef {{ id: string, top: number }} Place An element, and its top on the screen. */

/** @returns {Place | null} The position saved when this history entry was left. */
export function placeLeft() {
  return (comesBack() && history.state?.place) || null;
}

/**
 * Restores the given position, and from then on saves the current one.
 *
 * @param {Place | null} place
 */
export function comeBack(place) {
  if (place) goTo(place);
  // Without scroll anchoring, the target has moved while heights above it changed.
  else if (!CSS.supports('overflow-anchor', 'auto')) {
    document.querySelector(':target')?.scrollIntoView();
  }
  let timer = 0;
  document.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER_SCROLLING);
  });
  // A link may be followed before the timer fires.
  document.addEventListener('click', keep, { capture: true });
}

function keep() {
  const mark = [...document.querySelectorAll(MARKS)]
    .filter((element) => element.getBoundingClientRect().top < innerHeight * LINE)
    .at(-1);
  if (!mark) return;
  const place = { id: mark.id, top: mark.getBoundingClientRect().top };
  history.replaceState({ ...history.state, place }, '');
}

/** @param {Place} place */
function goTo({ id, top }) {
  const mark = document.getElementById(id);
  if (mark) scrollBy({ top: mark.getBoundingClientRect().top - top, behavior: 'instant' });
}
