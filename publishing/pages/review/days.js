/**
 * Calendar days. A day is represented by its midnight in UTC, so that it is the same day in any
 * time zone.
 */

/** In milliseconds. */
export const DAY = 86_400_000;

/**
 * Returns the local day of a moment, or a later day.
 *
 * @param {number} moment In milliseconds since 1970.
 * @param {number} [later] Number of days after it.
 */
export function dayOf(moment, later = 0) {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() + later);
}

/**
 * Formats a day in Chinese, with the year unless it is the current one.
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
 * Describes a day relative to today: 明天（11月24日）, 5天后（11月28日）.
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
