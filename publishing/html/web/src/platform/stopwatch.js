/** Measures how long the course is visible. */
export function stopwatch() {
  let sum = 0;
  let since = performance.now();
  let lapAt = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sum += performance.now() - since;
    since = performance.now();
  });
  const seconds = () => {
    const running = document.visibilityState === 'hidden' ? 0 : performance.now() - since;
    return (sum + running) / 1000;
  };
  return {
    seconds,
    /** Returns the seconds since the last lap. */
    lap() {
      const lap = seconds() - lapAt;
      lapAt = seconds();
      return lap;
    },
  };
}
