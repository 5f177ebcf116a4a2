/**
 * Takes the parts out of an exercise that cost most to lay out, before it comes into the page.
 * Chromium looks through all forms of a page again and again for what it could fill in, and lays
 * out at once whatever is not yet: so a part that may wait must not be there.
 *
 * @param {Element} live
 * @returns {(() => void)[]} Each puts a part back, in the order of reading.
 */
export function takeApart(live) {
  // The inner ones leave first: what one answers with comes back without its rows.
  return [...live.querySelectorAll('.exercise-step')]
    .reverse()
    .map((part) => {
      const place = document.createComment('');
      part.replaceWith(place);
      return () => place.replaceWith(part);
    })
    .reverse();
}
