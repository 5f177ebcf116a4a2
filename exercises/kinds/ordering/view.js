/** Ordering, live: a list whose entries are moved by dragging, by buttons and by arrow keys. */
import { inline, make, setAttribute } from '../../web/src/dom.js';
import { dragging } from './drag.js';

/** @typedef {ReturnType<typeof makeRow>} Row */

const MARKS = { right: '位置对', wrong: '位置不对', missed: '没有排', none: '' };
const UNTOUCHED = '次序已打乱，还没有排。拖动左边的点，或按箭头移动。';
const ANSWER = '正确次序';
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: -1, ArrowDown: 1 };

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  const { slots } = payload.rubric;
  const places = Object.keys(slots);
  const key = places.map((place) => {
    const values = Object.entries(slots[place]?.values ?? {});
    return values.find(([, { points }]) => points > 0)?.[0] ?? '';
  });
  /** @type {{ id: string, text: string }[]} */
  const drawn = context.shuffled(payload.face.steps);
  // As it stands it must not be near to right by chance.
  const settled = drawn.filter(({ id }, i) => id === key[i]).length;
  if (settled * 2 >= drawn.length) drawn.push(...drawn.splice(0, 1));
  const rows = drawn.map(makeRow);
  const list = make('ol', { class: 'ordering' }, ...rows.map(({ element }) => element));
  const note = make('p', { class: 'untouched' }, UNTOUCHED);
  const told = make('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const answer = make('div', { class: 'answer-order' });
  const element = make('div', { class: 'exercise-ordering' }, note, list, told, answer);
  /** @type {import('../../web/src/types.js').Response} */
  let response = {};
  let locked = false;

  const order = () =>
    [...list.children].map((child) => /** @type {Row} */ (rows.find((r) => r.element === child)));
  const update = () => {
    const touched = Object.keys(response).length > 0;
    note.hidden = touched;
    list.classList.toggle('touched', touched);
    order().forEach(({ up, down, place }, i) => {
      place.textContent = String(i + 1);
      // Not disabled: that would lose the focus.
      setAttribute(up, 'aria-disabled', i === 0 ? 'true' : null);
      setAttribute(down, 'aria-disabled', i === rows.length - 1 ? 'true' : null);
    });
  };
  const touch = () => {
    response = Object.fromEntries(order().map(({ id }, i) => [places[i], id]));
    update();
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  /**
   * Moves the neighbour round the row, so that the row keeps the focus and the pointer.
   *
   * @param {HTMLElement} row
   * @param {number} by
   */
  const pass = (row, by) => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return false;
    row[by < 0 ? 'after' : 'before'](other);
    update();
    return true;
  };
  const move = (/** @type {Row} */ row, /** @type {number} */ by) => {
    if (locked || !pass(row.element, by)) return;
    touch();
    told.textContent = `${row.text}：第 ${row.place.textContent} 位，共 ${rows.length} 位`;
  };
  for (const row of rows) {
    row.up.addEventListener('click', () => move(row, -1));
    row.down.addEventListener('click', () => move(row, 1));
    row.element.addEventListener('keydown', (event) => {
      const by = KEYS[event.key];
      if (!by) return;
      event.preventDefault();
      move(row, by);
    });
  }
  dragging(list, () => !locked, pass, touch);

  return {
    element,
    read: () => ({ ...response }),
    write(given) {
      /** @param {string} place */
      const at = (place) => rows.find(({ id }) => id === given[place]);
      // A step stands in one place only; what is not a step of ours stands in none.
      const sound = places.filter(
        (place, i) => at(place) && !places.slice(0, i).some((other) => at(other) === at(place)),
      );
      response = Object.fromEntries(sound.map((place) => [place, given[place] ?? '']));
      const placed = sound.map(at);
      const rest = rows.filter((row) => !placed.includes(row));
      list.append(
        ...places.map((place) => {
          const row = sound.includes(place) ? at(place) : rest.shift();
          return /** @type {Row} */ (row).element;
        }),
      );
      told.textContent = '';
      update();
    },
    lock(value) {
      locked = value;
      list.classList.toggle('locked', value);
      for (const button of rows.flatMap(({ up, down }) => [up, down])) button.disabled = value;
    },
    mark(grade, revealed) {
      const solved = grade?.state === 'correct';
      const why = (/** @type {number} */ i) => slots[places[i] ?? '']?.other.feedback ?? '';
      order().forEach((row, i) => {
        const shown = grade?.slots.find(({ slot }) => slot === places[i])?.mark ?? 'none';
        const right = key.indexOf(row.id);
        setAttribute(row.element, 'data-mark', shown === 'none' ? null : shown);
        row.mark.textContent = MARKS[shown];
        row.key.textContent = revealed && right !== i ? `应在第 ${right + 1} 位` : '';
        row.reason.textContent = revealed && solved ? why(right) : '';
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

/** @param {{ id: string, text: string }} step */
function makeRow({ id, text }) {
  const plain = text.replaceAll('**', '');
  const place = make('span', { class: 'place' });
  const mark = make('span', { class: 'slot-mark' });
  const key = make('span', { class: 'slot-key' });
  const reason = make('p', { class: 'reason' });
  const [up, down] = /** @type {[HTMLButtonElement, HTMLButtonElement]} */ (
    ['上', '下'].map((way, i) =>
      make(
        'button',
        { type: 'button', class: 'move', 'aria-label': `${way}移：${plain}` },
        i ? '↓' : '↑',
      ),
    )
  );
  const element = make(
    'li',
    {},
    make('span', { class: 'handle', 'aria-hidden': 'true' }),
    place,
    make('span', { class: 'option-text' }, ...inline(text), ' ', mark, ' ', key),
    make('span', { class: 'moves' }, up, down),
    reason,
  );
  return { id, text: plain, element, place, mark, key, reason, up, down };
}
