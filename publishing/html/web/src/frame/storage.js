/**
 * Makes sure that a page opened as a file is known to the browser before it asks for its storage.
 *
 * Chromium gives each file a process of its own, and refuses a process its storage for good,
 * without a word, if the request overtakes the news that the page is there: the page then finds
 * nothing and keeps nothing, in about one of twenty visits on a busy machine. Whatever asks for
 * cookies waits for that news.
 */
export function connectStorage() {
  if (location.protocol !== 'file:') return;
  try {
    void document.cookie;
  } catch {
    // A page without cookies is served, or closed in; it has nothing to wait for.
  }
}
