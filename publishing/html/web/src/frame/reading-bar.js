/** Reading progress: a line along the bar, moved by a scroll-driven animation of the browser. */

export function startReadingBar() {
  const bar = document.querySelector('.bar');
  const Timeline = /** @type {{ ScrollTimeline?: new () => AnimationTimeline }} */ (
    /** @type {unknown} */ (window)
  ).ScrollTimeline;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!(bar instanceof HTMLElement) || !Timeline || still) return;
  bar.dataset.reading = '';
  bar.animate(
    { transform: ['scaleX(0)', 'none'] },
    { pseudoElement: '::after', timeline: new Timeline(), fill: 'both' },
  );
}
