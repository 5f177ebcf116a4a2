/**
 * Back, forward and reload come to the place that was left. The browser alone does not: it goes
 * there before the exercises are brought to life, which changes the heights above the place. So
 * each entry of the history keeps what stood where on the screen.
 */
import { comesBack } from '../../../../../exercises/web/src/lay-out.js';

/** What a place is told by: the last of them that begins above the line. */
const MARKS = '.sentence[id], section[id]';
/** Part of the screen's height. */
const LINE = 0.4;
/** Milliseconds. Browsers allow a page about a hundred changes of its history in half a minute. */
const AFTER_SCROLLING = 400;

/** @typedef {{ id: string, top: number }} Place A mark, and its top on the screen. */

/** @returns {Place | null} The place that this visit comes back to. */
export function placeLeft() {
  return (comesBack() && history.state?.place) || null;
}

/**
 * Goes to the place that was left, and from then on keeps where the reader is.
 *
 * @param {Place | null} place
 */
export function comeBack(place) {
  if (place) goTo(place);
  // Where the browser does not hold the place itself while heights change above it.
  else if (!CSS.supports('overflow-anchor', 'auto')) {
    document.querySelector(':target')?.scrollIntoView();
  }
  let timer = 0;
  document.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER_SCROLLING);
  });
  // A link may be followed sooner than that.
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
