/** Yields to the browser, so that it can paint and handle events. */
export function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Milliseconds of work before yielding. */
const SLICE = 8;

/**
 * Processes a list in slices, so that a long one does not block the page.
 *
 * @template T
 * @param {Iterable<T>} list
 * @param {(one: T) => void} work
 */
export async function eachInSlices(list, work) {
  let since = performance.now();
  for (const one of list) {
    work(one);
    if (performance.now() - since > SLICE) {
      await pause();
      since = performance.now();
    }
  }
}
