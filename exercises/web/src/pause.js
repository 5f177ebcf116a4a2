/** Lets the browser paint and the reader act before the work goes on. */
export function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** Milliseconds of work after which the page may draw and the reader act. */
const SLICE = 8;

/**
 * Works through a list a little at a time, so that a long one keeps no reader waiting.
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
