/**
 * Lays the page out, a section at a time. At first only what is on the screen is (text.css), so
 * that on a slow phone a long chapter does not hold up its first exercise; in the end all of it
 * is, so that every jump and every search of the browser finds a page like any other.
 */

const SECTIONS = '.page section section';
/** Milliseconds of work after which the browser may draw, on a fast machine. */
const SLICE = 4;
/** Milliseconds; a page in the background has no frames. */
const NO_FRAME = 100;

/** The next moment after the browser has drawn. */
function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME);
  });
}

/** @param {boolean} atOnce Whether the reader waits for a place far down the page. */
export async function layOut(atOnce) {
  let since = performance.now();
  for (const section of document.querySelectorAll(SECTIONS)) {
    section.classList.add('laid-out');
    if (atOnce) continue;
    // Asked for its height, it is laid out here and now.
    section.getBoundingClientRect();
    if (performance.now() - since > SLICE) {
      await drawn();
      since = performance.now();
    }
  }
}
