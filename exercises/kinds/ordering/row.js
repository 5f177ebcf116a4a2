/** A step in the list: its handle, text, mark, and the buttons that move it. */
import { inline, make, setAttribute } from '../../web/src/dom.js';

/** @typedef {ReturnType<typeof makeRow>} Row */

const MARKS = { right: '位置对', wrong: '位置不对', missed: '没有排', none: '' };

/** @param {{ id: string, text: string }} step */
export function makeRow({ id, text }) {
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

/**
 * Shows a row's position in the list.
 *
 * @param {Row} row
 * @param {number} i
 * @param {number} count
 */
export function showPlace({ place, up, down }, i, count) {
  place.textContent = String(i + 1);
  // Not `disabled`, which would lose the focus.
  setAttribute(up, 'aria-disabled', i === 0 ? 'true' : null);
  setAttribute(down, 'aria-disabled', i === count - 1 ? 'true' : null);
}

/**
 * Shows a row's mark and feedback.
 *
 * @param {Row} row
 * @param {import('../../web/src/types.js').Mark} shown
 * @param {string} key Where the step belongs; empty to hide it.
 * @param {string} reason
 */
export function showMark(row, shown, key, reason) {
  setAttribute(row.element, 'data-mark', shown === 'none' ? null : shown);
  row.mark.textContent = MARKS[shown];
  row.key.textContent = key;
  row.reason.textContent = reason;
}
