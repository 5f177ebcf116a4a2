/**
 * Takes the parts that are slowest to lay out out of an exercise before it is inserted into the
 * page. Chromium keeps scanning all forms of a page for autofill, and this forces the layout of
 * everything pending, so parts that can wait must not be in the page.
 *
 * @param {Element} live
 * @returns {(() => void)[]} Steps that put the parts back, in reading order.
 */
export function takeApart(live) {
  // Inner parts are taken out first, so that outer ones come back without them.
  return [...live.querySelectorAll('.exercise-step')]
    .reverse()
    .map((part) => {
      const place = document.createComment('');
      part.replaceWith(place);
      return () => place.replaceWith(part);
    })
    .reverse();
}
