/**
 * A chapter on the progress page: a row with a cell for each exercise, and bars for its objectives.
 * A row is made once and then only updated, so that the focus stays where it is.
 */
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { standing } from '../../html/web/src/record/record.js';
import { tally } from '../../html/web/src/record/tally.js';

/** @typedef {import('../../html/web/src/record/record.js').Chapter} Chapter */
/** @typedef {import('../../html/web/src/record/record.js').Entry} Entry */
/** @typedef {import('../../html/web/src/record/record.js').Saved} Saved */
/** @typedef {import('../../html/web/src/record/tally.js').Standing} Standing */

/** @type {Record<Standing, string>} */
export const STANDINGS = { right: '答对', redo: '要重做', stale: '题目已更新', new: '未做' };
/** A shape for each, so that they can be distinguished without colour. */
/** @type {Record<Standing, string>} */
export const SHAPES = { right: '✓', redo: '✗', stale: '↻', new: '' };

/**
 * @param {Chapter} chapter
 * @param {(items: string[], what: string) => void} reset
 */
export function chapterRow({ page, title, items, objectives }, reset) {
  const count = make('p', { class: 'progress-count' });
  const cells = items.map((item) => cellOf(page, item));
  const bars = Object.entries(objectives).map(([id, text]) => objectiveBar(id, text, items));
  const clear = make('button', { type: 'button' }, '清除本章作答');
  clear.addEventListener('click', () =>
    reset(
      items.map(({ id }) => id),
      `“${title}”`,
    ),
  );
  // Not a section: those of the page are laid out together with it (lay-out.js).
  const element = make(
    'div',
    { class: 'progress-chapter' },
    make(
      'div',
      { class: 'progress-head' },
      make('h2', { class: 'progress-title' }, make('a', { href: addressOf(page) }, title)),
      count,
    ),
    make('ul', { class: 'progress-cells' }, ...cells.map(({ element }) => element)),
    make(
      'details',
      {},
      make('summary', {}, '学习目标'),
      make('ul', { class: 'progress-objectives' }, ...bars.map(({ element }) => element)),
      clear,
    ),
  );
  return {
    element,
    /**
     * @param {Map<string, Saved>} record
     * @param {Set<string>} due Items due for review.
     */
    update(record, due) {
      const counts = tally(items, record);
      const own = items.filter(({ id }) => due.has(id)).length;
      count.replaceChildren(...countWords(counts, own));
      for (const cell of cells) cell.update(record, due);
      for (const bar of bars) bar.update(record);
      clear.disabled = counts.new === items.length;
    },
  };
}

/**
 * @param {Record<Standing, number>} counts
 * @param {number} due
 */
function countWords(counts, due) {
  const words = /** @type {Standing[]} */ (Object.keys(STANDINGS))
    .filter((name) => counts[name])
    .map((name) => `${STANDINGS[name]} ${counts[name]}`);
  const marks = due ? [make('span', { class: 'progress-due' }, `到期复习 ${due}`)] : [];
  return [make('span', {}, words.join('，')), ...marks];
}

/**
 * @param {string} page
 * @param {Entry} item
 */
function cellOf(page, item) {
  const link = make('a', { class: 'progress-cell', href: addressOf(page, `ex-${item.id}`) });
  return {
    element: make('li', {}, link),
    /** @param {Map<string, Saved>} record @param {Set<string>} due */
    update(record, due) {
      const state = standing(item, record);
      const isDue = due.has(item.id);
      const name = `练习 ${item.number}（${item.label}）：${STANDINGS[state]}${isDue ? '，到期复习' : ''}`;
      // Skip unchanged cells.
      if (link.getAttribute('aria-label') === name) return;
      link.setAttribute('aria-label', name);
      link.title = name;
      link.dataset.standing = state;
      link.toggleAttribute('data-due', isDue);
      link.textContent = SHAPES[state];
    },
  };
}

/**
 * @param {string} id
 * @param {string} text
 * @param {Entry[]} items
 */
function objectiveBar(id, text, items) {
  const own = items.filter(({ objective }) => objective === id);
  const told = make('span', { class: 'progress-told' });
  const right = make('span', { class: 'bar-right' });
  const redo = make('span', { class: 'bar-redo' });
  const bar = make('span', { class: 'progress-bar', 'aria-hidden': 'true' }, right, redo);
  return {
    element: make('li', {}, make('span', {}, text), bar, told),
    /** @param {Map<string, Saved>} record */
    update(record) {
      const counts = tally(own, record);
      right.style.setProperty('--part', `${counts.right / (own.length || 1)}`);
      redo.style.setProperty('--part', `${counts.redo / (own.length || 1)}`);
      told.textContent = `${own.length} 道题，答对 ${counts.right}，要重做 ${counts.redo}`;
    },
  };
}
