/** A row of the worksheet: what a unit has, lacks and plans against one sentence. */
import { make } from '../../html/web/src/frame/dom.js';
import { FIELDS, LONGEST, readRow, writeRow } from './entry.js';

/** @typedef {import('./entry.js').Field} Field */

const KEPT = '已保存在这台设备的浏览器里。';
const NOT_KEPT = '浏览器不允许保存，填写的内容留不下来；可以先打印。';

/**
 * @param {import('./script.js').Sentence} sentence
 * @param {HTMLElement} status Says whether it was kept.
 */
export function worksheet({ anchor, label }, status) {
  const row = readRow(anchor);
  const fields = Object.entries(FIELDS).map(([name, title]) => {
    const field = make('textarea', {
      rows: name === 'person' || name === 'due' ? '1' : '2',
      maxlength: String(LONGEST),
    });
    field.value = row[/** @type {Field} */ (name)];
    // Paper shows all of it, which a text area would cut off.
    const printed = make('span', { class: 'duty-printed', 'aria-hidden': 'true' }, field.value);
    // At each stroke: a phone may take the page away at any time.
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
