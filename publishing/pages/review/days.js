/**
 * Days as a reader counts them: by the calendar on the wall. A day is told by the moment at which
 * it begins in Greenwich, so that it is the same day wherever the reader goes.
 */

/** In milliseconds. */
export const DAY = 86_400_000;

/**
 * Gives the day that a moment is in, or a day after it.
 *
 * @param {number} moment In milliseconds since 1970.
 * @param {number} [later] How many days after it.
 */
export function dayOf(moment, later = 0) {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + later);
}

/**
 * Gives a day in Chinese form, with its year if that is not this one.
 *
 * @param {number} day
 * @param {number} now
 */
export function dateWords(day, now) {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  const words = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return year === new Date(now).getFullYear() ? words : `${year}年${words}`;
}

/**
 * Says when a day is, as one would say it: 明天（11月24日）, 5天后（11月28日）.
 *
 * @param {number} day
 * @param {number} now
 */
export function dayWords(day, now) {
  const days = Math.round((day - dayOf(now)) / DAY);
  if (days <= 0) return '今天';
  const near = ['', '明天', '后天'][days] ?? `${days}天后`;
  return `${near}（${dateWords(day, now)}）`;
}
