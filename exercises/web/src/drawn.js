/** Milliseconds; a page in the background has no frames. */
const NO_FRAME = 100;

/** Waits for the next moment after the browser has drawn. */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME);
  });
}
