/** The texts of the interface. */

/** @type {Record<import('./types.js').State, string>} */
export const VERDICTS = {
  new: '',
  stale: '题目已更新，上次的作答不再计分。请重新作答。',
  unanswered: '还没有作答。请先作答，再提交。',
  correct: '回答正确',
  partial: '部分正确',
  wrong: '回答不正确',
};

export const ACTIONS = { submit: '提交', retry: '再试一次', hint: '提示', reveal: '看答案' };
export const AGAIN = '重做';
export const ONWARD = { next: '下一题', read: '接着读', end: '看本页收尾' };
export const FOLD = '收起';
export const UNFOLD = '展开';
export const HINT = '提示：';
export const SOURCE = '出处：';
export const SHOWN = '答案已显示。';
export const NOT_SAVED = '浏览器不允许在本机保存，答案只在这一页打开时有效；练习照常可用。';
export const UNREADABLE = '有一份保存的作答已损坏，没有载入；重新作答即可。';
export const BROKEN = '这道练习没能载入，请改用下面的纸面形式。';

/** @type {Record<import('./types.js').Mark, string>} */
export const MARKS = { right: '正确', wrong: '不正确', missed: '漏选', none: '' };

/**
 * Words a verdict.
 *
 * @param {import('./types.js').State} state
 * @param {string} summary The verdict in counts; may be empty.
 * @param {boolean} revealed
 * @param {import('./types.js').View['words']} own The kind's own wording.
 */
export function verdictWords(state, summary, revealed, own) {
  const verdict = VERDICTS[state] || (revealed ? SHOWN : '');
  const said = state === 'new' || state === 'stale' ? '' : own?.[state];
  return said || (summary && state !== 'unanswered' ? `${verdict}（${summary}）` : verdict);
}
