/** Days as a reader counts them: by the clock on the wall, from midnight to midnight. */

/**
 * Gives the first moment of the day that a moment is in, or of a day after it.
 *
 * @param {number} moment In milliseconds since 1970.
 * @param {number} [later] How many days after it.
 */
export function dayOf(moment, later = 0) {
  const date = new Date(moment);
  // By the calendar and not by hours: a day may have 23 of them.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + later).getTime();
}

/**
 * @param {number} from
 * @param {number} to
 * @returns {number} How many midnights lie between two moments.
 */
export function daysBetween(from, to) {
  return Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

/**
 * Gives a date in Chinese form, with its year if that is not this one.
 *
 * @param {number} moment
 * @param {number} now
 */
export function dateWords(moment, now) {
  const date = new Date(moment);
  const year = date.getFullYear();
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  return year === new Date(now).getFullYear() ? day : `${year}年${day}`;
}

/**
 * Says when a day is, as one would say it: 明天（11月24日）, 5天后（11月28日）.
 *
 * @param {number} moment
 * @param {number} now
 */
export function dayWords(moment, now) {
  const days = daysBetween(now, moment);
  if (days <= 0) return '今天';
  const near = ['', '明天', '后天'][days] ?? `${days}天后`;
  return `${near}（${dateWords(moment, now)}）`;
}
