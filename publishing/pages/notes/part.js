/** Marks and notes, as a part of the reader's record. */
import { checkNote, NOTE, NOTE_ENTRY } from './entry.js';

/** @type {import('../../html/web/src/record/part.js').Part<import('./entry.js').Note>} */
export default {
  name: 'notes',
  entry: NOTE_ENTRY,
  of: 'sentence',
  schema: NOTE,
  check: checkNote,
  at: ({ at }) => at,
  counted: (count) => `${count} 句的划线和笔记`,
};

/** @type {import('../../html/web/src/record/part.js').Meanings} */
export const MEANINGS = {
  title: '一句原文上的划线和笔记',
  properties: {
    marked: '是否划线',
    note: '笔记；没有为空',
    at: '何时保存，1970年以来的毫秒数',
  },
};
