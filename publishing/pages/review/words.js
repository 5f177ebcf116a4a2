/** Messages of the review page. */

/** @type {Record<import('./entry.js').Rating, string>} By rating, for an answer. */
export const ANSWERED = {
  again: '这次没有答对',
  hard: '这次答对了，还不够熟',
  good: '这次答对了',
  easy: '这次答对了',
};

/** @type {Record<import('./entry.js').Rating, string>} By rating, for a flashcard. */
export const RECALLED = {
  again: '这次没有想起来',
  hard: '勉强想起来了',
  good: '想起来了',
  easy: '已经很熟',
};

export const NOT_KEPT = '浏览器不允许在本机保存，复习安排只在这一页打开时有效；题目照常可做。';
export const NOTHING_KEPT = '浏览器不允许在本机保存，做过的题不会排到这里；各章的练习照常可做。';
export const ELSEWHERE = '这道题刚才已在另一个窗口里复习过，以那一次为准。';
export const UNREACHABLE = '题目没能载入，请检查网络后再试。';
