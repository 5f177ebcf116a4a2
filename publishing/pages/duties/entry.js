/** What a reader writes about a demand: one entry per sentence, named after its anchor. */
import { read, write } from '../../../exercises/web/src/course-storage.js';
import { LATEST } from '../../../exercises/web/src/saved.js';
import { conforms } from '../../../exercises/web/src/shape.js';

/**
 * @typedef {{
 *   state: string, gap: string, measure: string, person: string, due: string, at: number,
 * }} Row
 * @typedef {'state' | 'gap' | 'measure' | 'person' | 'due'} Field
 */

export const DUTY_ENTRY = 'duty:';
/** Longer than any text in a cell. */
export const LONGEST = 500;
/** @type {Record<Field, string>} In the order of the worksheet. */
export const FIELDS = {
  state: '本单位现状',
  gap: '差距',
  measure: '措施',
  person: '责任人',
  due: '时限',
};
const NAMES = /** @type {Field[]} */ (Object.keys(FIELDS));

/** @type {import('../../../exercises/web/src/shape.js').Schema} */
export const ROW = {
  type: 'object',
  required: [...NAMES, 'at'],
  properties: {
    ...Object.fromEntries(NAMES.map((name) => [name, { type: 'string', maxLength: LONGEST }])),
    at: { type: 'number', minimum: 0, maximum: LATEST },
  },
  additionalProperties: false,
};

/**
 * @param {any} value Untrusted.
 * @returns {Row | null}
 */
export function checkRow(value) {
  if (!conforms(ROW, value)) return null;
  const { state, gap, measure, person, due, at } = value;
  return { state, gap, measure, person, due, at };
}

/**
 * @param {string} sentence
 * @returns {Row} An empty row if no valid entry is saved.
 */
export function readRow(sentence) {
  try {
    const row = checkRow(JSON.parse(read(DUTY_ENTRY + sentence) ?? ''));
    if (row) return row;
  } catch {
    // Storage is forbidden, or the entry is absent or damaged.
  }
  return { state: '', gap: '', measure: '', person: '', due: '', at: 0 };
}

/**
 * @param {string} sentence
 * @param {Partial<Row>} changes
 * @returns {boolean} Whether the browser saved it.
 */
export function writeRow(sentence, changes) {
  try {
    const row = { ...readRow(sentence), ...changes, at: Date.now() };
    write(DUTY_ENTRY + sentence, JSON.stringify(row));
    return true;
  } catch {
    return false;
  }
}
