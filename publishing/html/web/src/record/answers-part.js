/** The part of the record that belongs to no live page: answers to the chapters' exercises. */
import { checkSaved, EXERCISE_ENTRY, SAVED } from '../../../../../exercises/web/src/saved.js';

/** @type {import('./part.js').Part<import('../../../../../exercises/web/src/types.js').Saved>} */
export default {
  name: 'exercises',
  entry: EXERCISE_ENTRY,
  of: 'item',
  schema: SAVED,
  check: checkSaved,
  at: ({ at }) => at,
  counted: (count) => `${count} 道题的作答`,
};

/** @type {import('./part.js').Meanings} */
export const MEANINGS = {
  title: '一道题的作答',
  properties: {
    version: '所答题目的版本；题目改了，版本就不同',
    response: '作答：空位及所填',
    state: '最近一次的结果',
    score: '最近一次的得分',
    attempts: '提交过几次',
    revealed: '答案是否显示过',
    first: '第一次提交的结果；没有提交过为空',
    at: '何时保存，1970年以来的毫秒数',
  },
};
