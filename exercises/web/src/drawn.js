/** Fallback in milliseconds; pages in the background have no animation frames. */
const NO_FRAME = 100;

/** Waits until the browser has painted. */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME);
  });
}
