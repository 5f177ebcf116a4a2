/** A chapter on the progress page: its objectives, and how each exercise stands. */
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { standing } from '../../html/web/src/record/record.js';

/** @typedef {import('../../html/web/src/record/record.js').Chapter} Chapter */
/** @typedef {import('../../html/web/src/record/record.js').Entry} Entry */
/** @typedef {import('../../html/web/src/record/record.js').Saved} Saved */

const STANDINGS = { right: '答对', redo: '要重做', stale: '题目已更新', new: '未做' };

/**
 * @param {Entry[]} items
 * @param {Map<string, Saved>} record
 */
export function counts(items, record) {
  const count = { right: 0, redo: 0, stale: 0, new: 0 };
  for (const item of items) count[standing(item, record)] += 1;
  return count;
}

/**
 * @param {Chapter} chapter
 * @param {Map<string, Saved>} record
 * @param {Set<string>} due The items that are due for review.
 * @param {(items: string[], what: string) => void} reset
 */
export function chapterDetails(chapter, record, due, reset) {
  const { page, title, items, objectives } = chapter;
  const count = counts(items, record);
  const own = items.filter(({ id }) => due.has(id));
  const clear = make('button', { type: 'button' }, '清除本章作答');
  clear.addEventListener('click', () =>
    reset(
      items.map(({ id }) => id),
      `“${title}”`,
    ),
  );
  clear.disabled = count.new === items.length;
  const summary = make(
    'summary',
    {},
    make('span', { class: 'progress-title' }, title),
    make('span', { class: 'progress-due' }, own.length ? `到期复习 ${own.length}` : ''),
    make('span', { class: 'progress-count' }, `${count.right + count.redo}/${items.length}`),
  );
  const groups = () =>
    Object.entries(objectives).map(([id, text]) => {
      const links = items
        .filter((item) => item.objective === id)
        .map((item) => itemLink(page, item, record, due.has(item.id)));
      return make('li', {}, text, make('ul', { class: 'progress-items' }, ...links));
    });
  const list = make('ul', { class: 'progress-objectives' });
  const details = make('details', { class: 'progress-chapter' }, summary, list, clear);
  // A course of a hundred chapters has thousands of exercises, and few are looked at.
  details.addEventListener('toggle', () => list.replaceChildren(...(details.open ? groups() : [])));
  return details;
}

/**
 * @param {string} page
 * @param {Entry} item
 * @param {Map<string, Saved>} record
 * @param {boolean} due
 */
function itemLink(page, item, record, due) {
  const state = standing(item, record);
  return make(
    'li',
    { 'data-standing': state },
    make('a', { href: addressOf(page, `ex-${item.id}`) }, `练习 ${item.number}`),
    ` ${STANDINGS[state]}${due ? '，到期复习' : ''}`,
  );
}
