/** Reviews, as a part of the reader's record. */
import { checkReview, notAhead, REVIEW, REVIEW_ENTRY } from './entry.js';

/** @type {import('../../html/web/src/record/part.js').Part<import('./entry.js').Review>} */
export default {
  name: 'reviews',
  entry: REVIEW_ENTRY,
  of: 'item',
  schema: REVIEW,
  check: checkReview,
  at: ({ last }) => last,
  notAhead,
  counted: (count) => `${count} 道题的复习安排`,
};

/** @type {import('../../html/web/src/record/part.js').Meanings} */
export const MEANINGS = {
  title: '一道题的复习安排（FSRS）',
  properties: {
    version: '所复习题目的版本；题目改了，重新安排',
    due: '哪一天再复习：那一天在世界协调时（UTC）的零时，1970年以来的毫秒数',
    stability: '记忆稳定性，以天计',
    difficulty: '难度，1至10',
    interval: '到下一次复习的天数',
    reps: '复习过几次',
    lapses: '忘过几次',
    rating: '最近一次的评定',
    added: '第一次复习是何时',
    last: '最近一次复习是何时',
  },
};
