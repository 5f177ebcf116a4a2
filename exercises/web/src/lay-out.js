/**
 * Lays the page out, a section at a time. At first only what is on the screen is (text.css), so
 * that on a slow phone a long chapter does not hold up its first exercise; in the end all of it
 * is, so that every jump and every search of the browser finds a page like any other.
 */
import { drawn } from './drawn.js';
import { pause } from './pause.js';

const SECTIONS = '.page section section';
/** Milliseconds of work after which the browser may do what it has to do, on a fast machine. */
const SLICE = 4;
/**
 * Milliseconds of work after which the browser draws. Left to itself it puts that off until all is
 * laid out, and then draws a whole chapter in one long task.
 */
const UNDRAWN = 60;

/**
 * @param {(section: Element) => (() => void)[]} [prepare] What is done to a section before; it
 *   gives what is to be done to it afterwards, a step at a time.
 */
export async function layOut(prepare = () => []) {
  const atOnce = comesBack();
  let since = performance.now();
  let drawnAt = since;
  const rest = async () => {
    if (atOnce || performance.now() - since <= SLICE) return;
    const isDue = since - drawnAt > UNDRAWN && !document.hidden;
    await (isDue ? drawn() : pause());
    since = performance.now();
    if (isDue) drawnAt = since;
  };
  for (const section of document.querySelectorAll(SECTIONS)) {
    const left = [() => section.classList.add('laid-out'), ...prepare(section)];
    try {
      await rest();
      while (left.length) {
        left.shift()?.();
        // Asked for its height, it is laid out here and now.
        if (!atOnce) section.getBoundingClientRect();
        await rest();
      }
    } finally {
      // Should this break off, nothing stays half done.
      for (const step of left) step();
    }
  }
}

/** Whether the reader comes back to this page, and so waits for a place that may be far down. */
export function comesBack() {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
}
