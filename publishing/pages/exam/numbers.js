/** The numbers of a paper's questions, with the state of each, for navigation. */
import { make } from '../../html/web/src/frame/dom.js';

/** @typedef {import('./answered.js').State} State */

/**
 * @param {number} count
 * @param {(question: number) => void} choose
 */
export function questionNumbers(count, choose) {
  const wide = matchMedia('(min-width: 40rem)');
  const summary = make('summary', {});
  const buttons = Array.from({ length: count }, (_, i) => {
    const button = make('button', { type: 'button', class: 'exam-number' });
    button.addEventListener('click', () => {
      if (!wide.matches) list.open = false;
      choose(i);
    });
    return button;
  });
  const list = make(
    'details',
    {},
    summary,
    make('ol', {}, ...buttons.map((button) => make('li', {}, button))),
    make('p', { class: 'exam-note' }, '✓ 已答　★ 标记'),
  );
  // On a phone they would take the space of the question.
  list.open = wide.matches;
  return {
    element: make('nav', { class: 'exam-numbers', 'aria-label': '题号' }, list),
    /**
     * @param {State[]} states
     * @param {number} at The question shown.
     */
    show(states, at) {
      buttons.forEach((button, i) => {
        const state = states[i];
        if (state) draw(button, i, state, i === at);
      });
      summary.textContent = summaryOf(states);
    },
  };
}

/**
 * @param {HTMLButtonElement} button
 * @param {number} i
 * @param {State} state
 * @param {boolean} current
 */
function draw(button, i, { answered, flagged }, current) {
  const marks = `${answered ? '✓' : ''}${flagged ? '★' : ''}`;
  button.replaceChildren(
    String(i + 1),
    make('span', { class: 'exam-mark', 'aria-hidden': 'true' }, marks),
  );
  const said = `第 ${i + 1} 题，${answered ? '已答' : '未答'}${flagged ? '，已标记' : ''}`;
  button.setAttribute('aria-label', said);
  button.toggleAttribute('data-answered', answered);
  if (current) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
}

/** @param {State[]} states */
function summaryOf(states) {
  const answered = states.filter((one) => one.answered).length;
  const flagged = states.filter((one) => one.flagged).length;
  const marked = flagged ? `，标记 ${flagged} 题` : '';
  return `题号：已答 ${answered} 题，未答 ${states.length - answered} 题${marked}`;
}
