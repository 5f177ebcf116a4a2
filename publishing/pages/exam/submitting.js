/** The question before a paper is submitted, with unanswered and flagged questions. */
import { make } from '../../html/web/src/frame/dom.js';
import { ask } from './ask.js';

/** @typedef {import('./answered.js').State} State */

/**
 * @param {State[]} states
 * @returns {Promise<string>} `yes`, the index of a question to go to, or an empty string.
 */
export function askToSubmit(states) {
  const open = links(states, ({ answered }) => !answered);
  const flagged = links(states, (state) => state.flagged);
  const told = open.length
    ? `还有 ${open.length} 题没有作答，点题号可以回去：`
    : `${states.length} 题都已作答。`;
  const content = [
    make('p', {}, told),
    ...(open.length ? [make('ul', { class: 'exam-list' }, ...open)] : []),
    ...(flagged.length
      ? [
          make('p', {}, `标记了 ${flagged.length} 题：`),
          make('ul', { class: 'exam-list' }, ...flagged),
        ]
      : []),
    make('p', {}, '交卷以后不能再改，没有作答的题不得分。'),
  ];
  return ask('交卷吗？', content, '交卷', '接着答');
}

/**
 * Makes buttons that lead to some of the questions.
 *
 * @param {State[]} states
 * @param {(state: State) => boolean} wanted
 */
function links(states, wanted) {
  return states.flatMap((state, i) => {
    if (!wanted(state)) return [];
    const label = `到第 ${i + 1} 题`;
    const attributes = { value: String(i), class: 'exam-button', 'aria-label': label };
    return [make('li', {}, make('button', attributes, String(i + 1)))];
  });
}
