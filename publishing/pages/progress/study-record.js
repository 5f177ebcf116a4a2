/** The study record printed from the progress page; hidden on screen. */
import { make } from '../../html/web/src/frame/dom.js';
import { standing } from '../../html/web/src/record/record.js';
import { dateWords, dayOf } from '../review/days.js';

/** @typedef {import('../../html/web/src/record/record.js').Chapter} Chapter */
/** @typedef {import('../../html/web/src/record/record.js').Saved} Saved */

const HEADS = ['章', '题数', '做了', '答对', '一次答对', '要重做', '到期复习', '最近一次'];

/**
 * @param {Chapter[]} chapters
 * @param {Map<string, Saved>} record
 * @param {(page: string) => number} due Number of a page's items due for review.
 * @param {number} now
 */
export function studyRecord(chapters, record, due, now) {
  const rows = chapters.map((chapter) => row(chapter, record, due(chapter.page)));
  const sums = HEADS.slice(1, -1).map((_, i) =>
    String(rows.reduce((sum, cells) => sum + Number(cells[i + 1]), 0)),
  );
  return make(
    'div',
    { class: 'study-record' },
    make('p', { class: 'study-record-title' }, '学习记录'),
    make(
      'p',
      { class: 'study-record-lines' },
      '姓名：＿＿＿＿＿＿＿＿　单位：＿＿＿＿＿＿＿＿＿＿＿＿',
    ),
    make('p', {}, `打印日期：${fullDate(now)}`),
    make(
      'table',
      {},
      make('thead', {}, cells('th', HEADS)),
      make('tbody', {}, ...rows.map((texts) => cells('td', texts.map(quiet)))),
      make('tfoot', {}, cells('td', ['合计', ...sums.map(quiet), ''])),
    ),
  );
}

/**
 * @param {Chapter} chapter
 * @param {Map<string, Saved>} record
 * @param {number} due
 */
function row({ title, items }, record, due) {
  const of = (/** @type {string} */ wanted) =>
    items.filter((item) => standing(item, record) === wanted).length;
  const answered = items.filter((item) => ['right', 'redo'].includes(standing(item, record)));
  const saved = answered.flatMap(({ id }) => record.get(id) ?? []);
  const atOnce = saved.filter((one) => one.first === 'correct' && one.state === 'correct').length;
  const last = Math.max(0, ...saved.map(({ at }) => at));
  return [
    title,
    ...[items.length, answered.length, of('right'), atOnce, of('redo'), due].map(String),
    last ? fullDate(last) : '',
  ];
}

/** @param {number} moment */
function fullDate(moment) {
  // With year 0 as the current year, the date always includes its year.
  return dateWords(dayOf(moment), 0);
}

/** @param {string} count */
function quiet(count) {
  return count === '0' ? '—' : count;
}

/**
 * @param {'td' | 'th'} tag
 * @param {string[]} texts
 */
function cells(tag, texts) {
  return make(
    'tr',
    {},
    ...texts.map((text) => make(tag, tag === 'th' ? { scope: 'col' } : {}, text)),
  );
}
