/** Short answer, interactive: written first, then compared with the points. */
import { makeRow } from '../../choice/options.js';
import { make, setAttribute } from '../../web/src/dom.js';
import { sourceLine } from '../../web/src/sources.js';

const TICKED = 'ticked';
const MARKS = { right: '写到了', missed: '没写到' };

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {{ points: { id: string, text: string, sentences: string[] }[], lines: number }} */
  const { points, lines } = payload.face;
  const field = make('textarea', { rows: String(lines), 'aria-label': '你的回答' });
  // Grows with the answer. Set here because style sheet linters do not know the property yet.
  field.style.setProperty('field-sizing', 'content');
  field.style.setProperty('--lines', String(lines));
  const rows = points.map(({ id, text, sentences }) => {
    const row = makeRow(context.prefix, 'checkbox', id, text);
    const sources = sourceLine(payload.sources.filter((source) => sentences.includes(source.id)));
    sources.hidden = false;
    row.reason.append(payload.rubric.slots[id]?.values[TICKED]?.feedback ?? '');
    row.element.append(sources);
    return row;
  });
  const heading = make(
    'p',
    { class: 'question', id: `${context.prefix}-points`, tabindex: '-1' },
    '对照要点：写到的，在前面打勾。',
  );
  const compare = make(
    'div',
    { class: 'points', role: 'group', 'aria-labelledby': heading.id },
    heading,
    make('ul', { class: 'exercise-options' }, ...rows.map(({ element }) => element)),
  );
  const open = (/** @type {boolean} */ shown) => {
    compare.hidden = !shown;
  };
  open(false);
  return {
    element: make('div', { class: 'exercise-short' }, field, compare),
    read() {
      const ticked = rows.filter(({ input }) => input.checked).map(({ id }) => [id, TICKED]);
      return Object.fromEntries(field.value ? [['text', field.value], ...ticked] : ticked);
    },
    write(response) {
      field.value = response.text ?? '';
      for (const { id, input } of rows) input.checked = response[id] === TICKED;
      open(rows.some(({ input }) => input.checked));
    },
    lock(locked) {
      for (const input of [field, ...rows.map((row) => row.input)]) input.disabled = locked;
    },
    mark(grade, revealed) {
      if (revealed) open(true);
      for (const { input, element, mark } of rows) {
        const shown = grade && (input.checked ? 'right' : 'missed');
        setAttribute(element, 'data-mark', shown);
        mark.textContent = shown ? MARKS[shown] : '';
      }
    },
    label: () => (compare.hidden ? '对照要点' : ''),
    next() {
      if (!compare.hidden || !field.value.trim()) return null;
      open(true);
      heading.focus();
      return '';
    },
  };
};
