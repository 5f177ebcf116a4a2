/** The review of a paper: every question with answer, key, feedback and sources. */
import { optionsSeed } from '../../../exercises/web/src/sample.js';
import { make } from '../../html/web/src/frame/dom.js';
import { mountItem } from '../../html/web/src/record/items.js';
import { VERDICTS } from './words.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('./records.js').Result} Result */
/** @typedef {import('./records.js').Graded} Graded */

/**
 * @param {Result} result
 * @param {Map<string, Item>} items
 */
export function review(result, items) {
  const questions = result.items.map((graded, i) =>
    question(result, graded, i, items.get(graded.id)),
  );
  const isWrong = (/** @type {number} */ i) => result.items[i]?.state !== 'correct';
  const wrong = questions.filter((_, i) => isWrong(i));
  const only = make('input', { type: 'checkbox' });
  const show = () => {
    questions.forEach((one, i) => {
      one.hidden = only.checked && !isWrong(i);
    });
  };
  only.addEventListener('change', show);
  only.checked = wrong.length > 0;
  show();
  const heading = make('h2', { id: 'exam-review', tabindex: '-1' }, '逐题讲评');
  return {
    element: make(
      'section',
      { class: 'exam-review', 'aria-labelledby': 'exam-review' },
      heading,
      make('p', {}, make('label', { class: 'exam-only' }, only, '只看没有全对的题')),
      ...questions,
    ),
    wrong: wrong.length,
    /** Scrolls to the questions that were not entirely correct, and opens the first. */
    showWrong() {
      only.checked = true;
      show();
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
      if (wrong[0]) wrong[0].open = true;
    },
  };
}

/**
 * @param {Result} result
 * @param {Graded} graded
 * @param {number} i
 * @param {Item | undefined} item
 */
function question(result, graded, i, item) {
  const { id, points, earned, state, response, version } = graded;
  const place = make('div', {});
  const details = make(
    'details',
    { 'data-verdict': state },
    make(
      'summary',
      {},
      make('span', { class: 'exam-which' }, `第 ${i + 1} 题${item ? `　${item.label}` : ''}`),
      make('span', { class: 'exam-verdict' }, VERDICTS[state] ?? ''),
      make('span', { class: 'exam-points' }, `${earned}／${points} 分`),
    ),
    place,
  );
  details.addEventListener('toggle', () => {
    if (!details.open || place.firstChild) return;
    if (item?.version !== version) {
      place.append(make('p', {}, '这道题已经更新，不再显示当时的作答。'));
      return;
    }
    const answered = state !== 'unanswered';
    const shown = make('div', {});
    mountItem(
      shown,
      item,
      {
        load: () => ({
          version,
          response,
          state: answered ? /** @type {'correct'} */ (state) : 'new',
          score: 0,
          attempts: answered ? 1 : 0,
          revealed: true,
          first: '',
          at: 0,
        }),
        save() {},
        forget() {},
        seed: () => optionsSeed({ id: result.plan }, result.seed, 'A', id),
      },
      `第 ${i + 1} 题`,
      { test: true },
    );
    place.append(shown);
  });
  return details;
}
