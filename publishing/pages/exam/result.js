/** The result: a sheet to print, and a review of all questions. */
import { make } from '../../html/web/src/frame/dom.js';
import { chapterOf, loadChapter, loadItems } from '../../html/web/src/record/items.js';
import { groupBy } from './paper.js';
import { review } from './result-review.js';
import { facts, table } from './result-sheet.js';

/** @typedef {import('./records.js').Result} Result */

/**
 * @param {Result} result
 * @param {string[]} order Chapter ids in the order of the book.
 * @param {import('./script.js').Screens} screens
 * @param {boolean} kept Whether the browser saved the result.
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
 * Offers to retry saving a result; the answers are still there.
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
 * Makes the buttons of a result: review wrong answers, print, go back.
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
