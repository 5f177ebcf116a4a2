/** Formats amounts, dates and verdicts. */

/** @type {Record<string, string>} */
export const VERDICTS = {
  correct: '全对',
  partial: '部分正确',
  wrong: '不正确',
  unanswered: '未作答',
};

/** @param {number} seconds */
export function inMinutes(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes ? `${minutes} 分 ` : ''}${Math.floor(seconds % 60)} 秒`;
}

/** @param {number} time */
export function inDays(time) {
  return new Date(time).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
}

/** @param {{ earned: number, points: number }} sum */
export function inPercent({ earned, points }) {
  return `${Math.round((100 * earned) / points)}%`;
}
