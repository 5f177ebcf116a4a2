/**
 * Works around a race in Chromium for pages opened as files.
 *
 * Chromium runs each file in a process of its own, and silently refuses it access to storage for
 * good if the first request arrives before the browser knows that the page exists: the page then
 * finds nothing and saves nothing, in about one of twenty visits on a busy machine. Reading cookies
 * waits until the browser knows the page.
 */
export function connectStorage() {
  if (location.protocol !== 'file:') return;
  try {
    void document.cookie;
  } catch {
    // Without access to cookies the page is served or sandboxed, and there is nothing to wait for.
  }
}
