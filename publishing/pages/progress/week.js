/** Chart of the reviews due in the next seven days. */
import { make } from '../../html/web/src/frame/dom.js';
import { dayOf, dayWords } from '../review/days.js';

const DAYS = 7;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/**
 * @param {import('../review/plan.js').Plan} plan
 * @param {number} now
 * @returns {number[]} Number of items due on each of the days, today first.
 */
function comingDays({ due, fresh, later }, now) {
  const today = due.length + fresh.length;
  const days = Array.from({ length: DAYS - 1 }, (_, i) => dayOf(now, i + 1));
  return [today, ...days.map((day) => later.filter((item) => item.due === day).length)];
}

/**
 * @param {import('../review/plan.js').Plan} plan
 * @param {number} now
 * @returns {HTMLElement[]} Empty if nothing is due.
 */
export function weekChart(plan, now) {
  const counts = comingDays(plan, now);
  const most = Math.max(...counts);
  if (!most) return [];
  const columns = counts.map((count, i) => {
    const day = dayOf(now, i);
    const bar = make('span', { class: 'week-bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--part', `${count / most}`);
    const name = i ? WEEKDAYS[new Date(day).getUTCDay()] : '今天';
    return make(
      'li',
      {},
      make('span', { class: 'week-count', 'aria-hidden': 'true' }, String(count)),
      bar,
      make('span', { 'aria-hidden': 'true' }, name ?? ''),
      make('span', { class: 'visually-hidden' }, `${dayWords(day, now)}：${count} 道题`),
    );
  });
  return [
    make(
      'figure',
      { class: 'progress-week' },
      make('figcaption', {}, '今后七天的复习'),
      make('ul', {}, ...columns),
    ),
  ];
}
