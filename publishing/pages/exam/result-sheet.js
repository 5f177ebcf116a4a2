/** The sheet of a result: summary, and points by chapter and objective. */
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { groupBy, sum } from './paper.js';
import { inDays, inMinutes, inPercent, VERDICTS } from './words.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('../../html/web/src/record/items.js').Chapter} Chapter */
/** @typedef {import('./records.js').Result} Result */
/** @typedef {import('./records.js').Graded} Graded */

/** @param {Result} result */
export function facts(result) {
  const all = sum(result.items);
  const count = (/** @type {string} */ state) =>
    result.items.filter((one) => one.state === state).length;
  const score = make('b', { class: 'exam-score' }, String(all.earned));
  /** @type {[string, ...(string | Node)[]][]} */
  const rows = [
    ['得分', score, ` 分（满分 ${all.points} 分，得分率 ${inPercent(all)}）`],
    ['姓名', result.name],
    ['日期', inDays(result.submitted)],
    ['试卷编号', result.code],
    ['用时', inMinutes(result.seconds)],
    [
      '答题',
      `共 ${result.items.length} 题：${Object.entries(VERDICTS)
        .map(([state, words]) => `${words} ${count(state)} 题`)
        .join('，')}`,
    ],
  ];
  return make(
    'dl',
    { class: 'exam-facts' },
    ...rows.map(([name, ...value]) =>
      make(
        'div',
        {},
        make('dt', {}, name),
        value[0] ? make('dd', {}, ...value) : make('dd', { class: 'exam-blank' }),
      ),
    ),
  );
}

/**
 * Makes the table of points by chapter and objective, with what to reread where points were lost.
 *
 * @param {[string, Graded[]][]} byChapter
 * @param {Chapter[]} chapters
 * @param {Map<string, Item>} items
 */
export function table(byChapter, chapters, items) {
  const bodies = byChapter.map(([, graded], i) => {
    const { title, page, objectives } = /** @type {Chapter} */ (chapters[i]);
    const groups = groupBy(graded, ({ id }) => items.get(id)?.objective ?? '');
    return make(
      'tbody',
      {},
      row(make('a', { href: addressOf(page) }, title), graded, { class: 'exam-chapter' }),
      ...groups.map(([objective, group]) => {
        const lost = group.filter(({ earned, points }) => earned < points);
        const name = objectives[objective] ?? '这道题的学习目标已经改动';
        return row(name, group, {}, bar(group), toReread(lost, items));
      }),
    );
  });
  return make(
    'table',
    { class: 'exam-table' },
    make('caption', {}, '各章和各项学习目标的得分'),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        make('th', { scope: 'col' }, '章和学习目标'),
        make('th', { scope: 'col' }, '得分／满分'),
      ),
    ),
    ...bodies,
  );
}

/**
 * @param {Node | string} name
 * @param {Graded[]} graded
 * @param {Record<string, string>} attributes
 * @param {...Node} more
 */
function row(name, graded, attributes, ...more) {
  const { earned, points } = sum(graded);
  return make(
    'tr',
    attributes,
    make('th', { scope: 'row' }, name, ...more),
    make('td', {}, `${earned}／${points}`),
  );
}

/**
 * Draws the share of points earned; the row has it in numbers.
 *
 * @param {Graded[]} graded
 */
function bar(graded) {
  const { earned, points } = sum(graded);
  const drawn = make('span', { class: 'exam-bar', 'aria-hidden': 'true' });
  drawn.style.setProperty('--share', `${(100 * earned) / points}%`);
  return drawn;
}

/**
 * @param {Graded[]} lost
 * @param {Map<string, Item>} items
 */
function toReread(lost, items) {
  const sources = new Map(
    lost.flatMap(({ id }) => (items.get(id)?.sources ?? []).map((source) => [source.id, source])),
  );
  if (!sources.size) return make('span', {});
  const links = [...sources.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ label, href }, i) => [...(i ? ['、'] : []), make('a', { href }, label)]);
  return make('span', { class: 'exam-reread' }, '重读：', ...links);
}
