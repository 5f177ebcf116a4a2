/** A list of options to pick from; several kinds share its rows. */
import { inline, make, setAttribute } from '../web/src/dom.js';
import { MARKS } from '../web/src/words.js';

/**
 * @typedef {object} Picking How one kind maps picked options to a response.
 * @property {'radio' | 'checkbox'} type
 * @property {(picked: string[]) => import('../web/src/types.js').Response} toResponse
 * @property {(response: import('../web/src/types.js').Response, option: string) => boolean} isPicked
 * @property {(option: string) => { key: boolean, feedback: string }} about
 */

/**
 * Creates the options.
 *
 * @param {import('../web/src/types.js').Payload} payload
 * @param {import('../web/src/types.js').Context} context
 * @param {Picking} picking
 * @returns {import('../web/src/types.js').View}
 */
export function optionsView(payload, context, picking) {
  const { options, shuffle } = payload.face;
  /** @type {{ id: string, text: string }[]} */
  const ordered = shuffle ? context.shuffled(options) : options;
  const rows = ordered.map(({ id, text }) => makeRow(context.prefix, picking.type, id, text));
  const read = () =>
    picking.toResponse(rows.filter(({ input }) => input.checked).map(({ id }) => id));
  return {
    element: make('ul', { class: 'exercise-options' }, ...rows.map(({ element }) => element)),
    read,
    write(response) {
      for (const { id, input } of rows) input.checked = picking.isPicked(response, id);
    },
    lock(locked) {
      for (const { input } of rows) input.disabled = locked;
    },
    mark(grade, revealed) {
      for (const row of rows) {
        const { key, feedback } = picking.about(row.id);
        const picked = row.input.checked && (grade !== null || revealed);
        const mark = picked ? (key ? 'right' : 'wrong') : revealed && key ? 'missed' : 'none';
        // Without a grade the answer was only revealed, so nothing counts as missed.
        const words =
          mark === 'missed' && (!grade || picking.type === 'radio') ? MARKS.right : MARKS[mark];
        setAttribute(row.element, 'data-mark', mark === 'none' ? null : mark);
        row.mark.textContent = words;
        row.reason.textContent = picked || revealed ? feedback : '';
      }
    },
  };
}

/**
 * Maps a list of options to a rubric slot that holds one of them.
 *
 * @param {import('../web/src/types.js').Rubric} rubric
 * @param {string} slot
 * @returns {Picking}
 */
export function oneOf(rubric, slot) {
  return {
    type: 'radio',
    /** @returns {Record<string, string>} */
    toResponse: ([choice]) => (choice ? { [slot]: choice } : {}),
    isPicked: (response, option) => response[slot] === option,
    about(option) {
      const outcome = rubric.slots[slot]?.values[option];
      return { key: (outcome?.points ?? 0) > 0, feedback: outcome?.feedback ?? '' };
    },
  };
}

/**
 * Creates one option with room for its mark and feedback.
 *
 * @param {string} prefix
 * @param {'radio' | 'checkbox'} type
 * @param {string} id
 * @param {string} text
 */
export function makeRow(prefix, type, id, text) {
  const reasonId = `${prefix}-${id}-reason`;
  const input = make('input', { type, name: prefix, value: id, 'aria-describedby': reasonId });
  const mark = make('span', { class: 'slot-mark' });
  const reason = make('p', { class: 'reason', id: reasonId });
  const label = make(
    'label',
    {},
    input,
    make('span', { class: 'option-text' }, ...inline(text)),
    mark,
  );
  return { id, input, mark, reason, element: make('li', {}, label, reason) };
}
