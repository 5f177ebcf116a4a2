/** The worksheet, as a part of the reader's record. */
import { checkRow, DUTY_ENTRY, FIELDS, ROW } from './entry.js';

/** @type {import('../../html/web/src/record/part.js').Part<import('./entry.js').Row>} */
export default {
  name: 'duties',
  entry: DUTY_ENTRY,
  of: 'sentence',
  schema: ROW,
  check: checkRow,
  at: ({ at }) => at,
  counted: (count) => `${count} 条岗位对照`,
};

/** @type {import('../../html/web/src/record/part.js').Meanings} */
export const MEANINGS = {
  title: '对照一句原文的要求填写的一行',
  properties: { ...FIELDS, at: '何时保存，1970年以来的毫秒数' },
};
