/** A row of the worksheet: what the reader's organisation has, lacks and plans for one sentence. */
import { make } from '../../html/web/src/frame/dom.js';
import { FIELDS, LONGEST, readRow, writeRow } from './entry.js';

/** @typedef {import('./entry.js').Field} Field */

const KEPT = '已保存在这台设备的浏览器里。';
const NOT_KEPT = '浏览器不允许保存，填写的内容留不下来；可以先打印。';

/**
 * @param {import('./script.js').Sentence} sentence
 * @param {HTMLElement} status Reports whether it was saved.
 */
export function worksheet({ anchor, label }, status) {
  const row = readRow(anchor);
  const fields = Object.entries(FIELDS).map(([name, title]) => {
    const field = make('textarea', {
      rows: name === 'person' || name === 'due' ? '1' : '2',
      maxlength: String(LONGEST),
    });
    field.value = row[/** @type {Field} */ (name)];
    // In print, a text area would cut off longer text.
    const printed = make('span', { class: 'duty-printed', 'aria-hidden': 'true' }, field.value);
    // Saved at each keystroke: a phone may discard the page at any time.
    field.addEventListener('input', () => {
      printed.textContent = field.value;
      status.textContent = writeRow(anchor, { [name]: field.value }) ? KEPT : NOT_KEPT;
    });
    const cell = make(
      'label',
      { class: `duty-field duty-${name}` },
      make('span', {}, title),
      field,
    );
    cell.append(printed);
    return cell;
  });
  return make(
    'fieldset',
    { class: 'duty-sheet' },
    make('legend', {}, `对照${label}填写`),
    ...fields,
  );
}
