/** Ordering, interactive: entries are moved by dragging, with buttons or with arrow keys. */
import { make } from '../../web/src/dom.js';
import { dragging } from './drag.js';
import { arranged, rightOrder, soundResponse, unsettled } from './order.js';
import { makeRow, showMark, showPlace } from './row.js';

/** @typedef {import('./row.js').Row} Row */
/** @typedef {import('../../web/src/types.js').Response} Response */

const UNTOUCHED = '次序已打乱，还没有排。拖动左边的点，或按箭头移动。';
const ANSWER = '正确次序';
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: -1, ArrowDown: 1 };

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  const { slots } = payload.rubric;
  const places = Object.keys(slots);
  const key = rightOrder(payload.rubric);
  const rows = unsettled(context.shuffled(payload.face.steps), key).map(makeRow);
  const ids = rows.map(({ id }) => id);
  const list = makeList(rows, () => touch());
  const note = make('p', { class: 'untouched' }, UNTOUCHED);
  const answer = make('div', { class: 'answer-order' });
  const element = make(
    'div',
    { class: 'exercise-ordering' },
    note,
    list.element,
    list.announcement,
    answer,
  );
  /** @type {Response} */
  let response = {};

  const show = () => {
    const touched = Object.keys(response).length > 0;
    note.hidden = touched;
    list.element.classList.toggle('touched', touched);
  };
  const touch = () => {
    response = Object.fromEntries(list.order().map(({ id }, i) => [places[i], id]));
    show();
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };

  return {
    element,
    read: () => ({ ...response }),
    write(given) {
      response = soundResponse(places, given, ids);
      list.arrange(arranged(places, response, ids));
      show();
    },
    lock: list.lock,
    mark(grade, revealed) {
      const solved = grade?.state === 'correct';
      const why = (/** @type {number} */ i) => slots[places[i] ?? '']?.other.feedback ?? '';
      list.order().forEach((row, i) => {
        const shown = grade?.slots.find(({ slot }) => slot === places[i])?.mark ?? 'none';
        const right = key.indexOf(row.id);
        const should = revealed && right !== i ? `应在第 ${right + 1} 位` : '';
        showMark(row, shown, should, revealed && solved ? why(right) : '');
      });
      if (revealed) note.hidden = true;
      answer.replaceChildren();
      if (!revealed || solved) return;
      const steps = key.map((id, i) =>
        make('li', {}, make('strong', {}, rows.find((row) => row.id === id)?.text ?? ''), why(i)),
      );
      answer.append(make('p', { class: 'question' }, ANSWER), make('ol', {}, ...steps));
    },
  };
};

/**
 * Creates the list whose rows can be moved.
 *
 * @param {Row[]} rows
 * @param {() => void} moved Called after the reader has moved a row.
 */
function makeList(rows, moved) {
  const element = make('ol', { class: 'ordering' }, ...rows.map((row) => row.element));
  const announcement = make('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  let locked = false;
  const order = () =>
    [...element.children].map(
      (child) => /** @type {Row} */ (rows.find((row) => row.element === child)),
    );
  const showPlaces = () => {
    for (const [i, row] of order().entries()) showPlace(row, i, rows.length);
  };
  /**
   * Moves the neighbour instead of the row, so that the row keeps the focus and the pointer.
   *
   * @param {HTMLElement} row
   * @param {number} by
   */
  const pass = (row, by) => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return false;
    row[by < 0 ? 'after' : 'before'](other);
    showPlaces();
    return true;
  };
  const move = (/** @type {Row} */ row, /** @type {number} */ by) => {
    if (locked || !pass(row.element, by)) return;
    moved();
    announcement.textContent = `${row.text}：第 ${row.place.textContent} 位，共 ${rows.length} 位`;
  };
  for (const row of rows) {
    row.up.addEventListener('click', () => move(row, -1));
    row.down.addEventListener('click', () => move(row, 1));
    row.element.addEventListener('keydown', (event) => {
      const by = KEYS[event.key];
      const { shiftKey, ctrlKey, altKey, metaKey } = event;
      if (!by || shiftKey || ctrlKey || altKey || metaKey) return;
      event.preventDefault();
      move(row, by);
    });
  }
  dragging(element, () => !locked, pass, moved);
  return {
    element,
    announcement,
    order,
    /** @param {string[]} ids */
    arrange(ids) {
      const found = ids.map((id) => /** @type {Row} */ (rows.find((row) => row.id === id)));
      element.append(...found.map((row) => row.element));
      announcement.textContent = '';
      showPlaces();
    },
    /** @param {boolean} value */
    lock(value) {
      locked = value;
      element.classList.toggle('locked', value);
      for (const button of rows.flatMap(({ up, down }) => [up, down])) button.disabled = value;
    },
  };
}
