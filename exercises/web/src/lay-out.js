/**
 * Lays out the page section by section. At first only what is on screen is laid out (text.css), so
 * that on a slow phone a long chapter does not delay its first exercise. In the end everything is,
 * so that jumps and the browser's search work as on any page.
 */
import { drawn } from './drawn.js';
import { pause } from './pause.js';

const SECTIONS = '.page section section';
/** Milliseconds of work before the browser gets a turn, on a fast machine. */
const SLICE = 4;
/**
 * Milliseconds of work before waiting for a paint. Otherwise the browser would postpone painting to
 * the end, and then paint the whole chapter in one long task.
 */
const UNDRAWN = 60;

/**
 * Lays out all sections of the page.
 *
 * @param {(section: Element) => (() => void)[]} [prepare] Called before a section is laid out;
 *   returns the steps to run afterwards, one at a time.
 */
export function layOut(prepare) {
  return layOutInTurn(document.querySelectorAll(SECTIONS), { prepare, atOnce: comesBack() });
}

/**
 * Lays out elements whose style leaves it until they have the class `laid-out`.
 *
 * @param {Iterable<Element>} elements
 * @param {object} [options]
 * @param {(element: Element) => (() => void)[]} [options.prepare] As for `layOut`.
 * @param {boolean} [options.atOnce] Whether to do it without a rest.
 */
export async function layOutInTurn(elements, { prepare = () => [], atOnce = false } = {}) {
  let since = performance.now();
  let drawnAt = since;
  const rest = async () => {
    if (atOnce || performance.now() - since <= SLICE) return;
    const isDue = since - drawnAt > UNDRAWN && !document.hidden;
    await (isDue ? drawn() : pause());
    since = performance.now();
    if (isDue) drawnAt = since;
  };
  for (const element of elements) {
    const left = [() => element.classList.add('laid-out'), ...prepare(element)];
    try {
      await rest();
      while (left.length) {
        left.shift()?.();
        // Asking for its height forces the layout now.
        if (!atOnce) element.getBoundingClientRect();
        await rest();
      }
    } finally {
      // Also after an error, complete the element.
      for (const step of left) step();
    }
  }
}

/** Whether the reader returns to this page, and expects a position that may be far down. */
export function comesBack() {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
}
