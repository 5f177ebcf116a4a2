/** The result: a sheet to print, and every question with key, reasons and sources. */
import { optionsSeed } from '../../../exercises/web/src/sample.js';
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { chapterOf, loadChapter, loadItems, mountItem } from '../../html/web/src/record/items.js';
import { groupBy, sum } from './paper.js';
import { inDays, inMinutes, inPercent, VERDICTS } from './words.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('../../html/web/src/record/items.js').Chapter} Chapter */
/** @typedef {import('./records.js').Result} Result */
/** @typedef {import('./records.js').Graded} Graded */

/**
 * @param {Result} result
 * @param {string[]} order Ids of the chapters in the order of the book.
 * @param {import('./script.js').Screens} screens
 * @param {boolean} kept Whether the browser has kept it.
 * @returns {Promise<HTMLElement>}
 */
export async function resultScreen(result, order, screens, kept) {
  const items = await loadItems(result.items.map(({ id }) => id));
  const byChapter = groupBy(result.items, ({ id }) => chapterOf(id)).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  const chapters = await Promise.all(byChapter.map(([chapter]) => loadChapter(chapter)));
  const talk = review(result, items);
  return make(
    'div',
    { class: 'exam-result' },
    ...(kept ? [] : [notKept(result, screens)]),
    make(
      'section',
      { class: 'exam-sheet', 'aria-labelledby': 'exam-sheet' },
      make('h2', { id: 'exam-sheet', tabindex: '-1' }, `${result.title}　成绩单`),
      facts(result),
      waysOn(talk, screens),
      table(byChapter, chapters, items),
    ),
    talk.element,
  );
}

/**
 * Offers to try again to keep what the browser has refused; the answers are there still.
 *
 * @param {Result} result
 * @param {import('./script.js').Screens} screens
 */
function notKept(result, screens) {
  const again = makeButton('再试着保存', () => {
    if (!screens.records.finish(result)) return;
    element.remove();
    screens.stage.tell('成绩已经保存。');
    screens.stage.enter();
  });
  const told =
    '这次成绩还没有存进浏览器。请先打印成绩单；腾出空间以后（例如关掉别的程序、清理浏览器里别的网站的数据），再试着保存。';
  const element = make(
    'div',
    { class: 'exam-card exam-not-kept' },
    make('p', {}, told),
    make('div', { class: 'exam-buttons' }, again),
  );
  return element;
}

/**
 * What one does with a result: look at what was wrong, print it, leave it.
 *
 * @param {ReturnType<typeof review>} talk
 * @param {import('./script.js').Screens} screens
 */
function waysOn(talk, screens) {
  const print = makeButton('打印成绩单', () => window.print());
  const wrong = talk.wrong ? [makeButton(`看错的题（${talk.wrong}）`, talk.showWrong)] : [];
  (wrong[0] ?? print).classList.add('exam-main');
  const back = makeButton('返回，另做一份', () => screens.start());
  return make('div', { class: 'exam-buttons' }, ...wrong, print, back);
}

/**
 * @param {string} text
 * @param {() => void} press
 */
function makeButton(text, press) {
  const button = make('button', { type: 'button', class: 'exam-button' }, text);
  button.addEventListener('click', press);
  return button;
}

/** @param {Result} result */
function facts(result) {
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
 * Gives the points by chapter and objective, with what to reread where points were lost.
 *
 * @param {[string, Graded[]][]} byChapter
 * @param {Chapter[]} chapters
 * @param {Map<string, Item>} items
 */
function table(byChapter, chapters, items) {
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
 * Draws what was earned of what could be; the row says it in figures.
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

/**
 * @param {Result} result
 * @param {Map<string, Item>} items
 */
function review(result, items) {
  const questions = result.items.map((graded, i) =>
    question(result, graded, i, items.get(graded.id)),
  );
  const isWrong = (/** @type {number} */ i) => result.items[i]?.state !== 'correct';
  const wrong = questions.filter((_, i) => isWrong(i));
  const only = make('input', { type: 'checkbox' });
  const show = () => {
    questions.forEach((one, i) => {
      one.hidden = only.checked && !isWrong(i);
    });
  };
  only.addEventListener('change', show);
  only.checked = wrong.length > 0;
  show();
  const heading = make('h2', { id: 'exam-review', tabindex: '-1' }, '逐题讲评');
  return {
    element: make(
      'section',
      { class: 'exam-review', 'aria-labelledby': 'exam-review' },
      heading,
      make('p', {}, make('label', { class: 'exam-only' }, only, '只看没有全对的题')),
      ...questions,
    ),
    wrong: wrong.length,
    /** Leads to the first question that was not all right, and opens it. */
    showWrong() {
      only.checked = true;
      show();
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
      if (wrong[0]) wrong[0].open = true;
    },
  };
}

/**
 * @param {Result} result
 * @param {Graded} graded
 * @param {number} i
 * @param {Item | undefined} item
 */
function question(result, graded, i, item) {
  const { id, points, earned, state, response, version } = graded;
  const place = make('div', {});
  const details = make(
    'details',
    { 'data-verdict': state },
    make(
      'summary',
      {},
      make('span', { class: 'exam-which' }, `第 ${i + 1} 题${item ? `　${item.label}` : ''}`),
      make('span', { class: 'exam-verdict' }, VERDICTS[state] ?? ''),
      make('span', { class: 'exam-points' }, `${earned}／${points} 分`),
    ),
    place,
  );
  details.addEventListener('toggle', () => {
    if (!details.open || place.firstChild) return;
    if (item?.version !== version) {
      place.append(make('p', {}, '这道题已经更新，不再显示当时的作答。'));
      return;
    }
    const answered = state !== 'unanswered';
    const shown = make('div', {});
    mountItem(
      shown,
      item,
      {
        load: () => ({
          version,
          response,
          state: answered ? /** @type {'correct'} */ (state) : 'new',
          score: 0,
          attempts: answered ? 1 : 0,
          revealed: true,
          first: '',
          at: 0,
        }),
        save() {},
        forget() {},
        seed: () => optionsSeed({ id: result.plan }, result.seed, 'A', id),
      },
      `第 ${i + 1} 题`,
      { test: true },
    );
    place.append(shown);
  });
  return details;
}
