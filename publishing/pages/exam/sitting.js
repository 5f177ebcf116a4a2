/** The paper while it is answered: one question at a time, all of them a step away. */
import { optionsSeed } from '../../../exercises/web/src/sample.js';
import { make } from '../../html/web/src/frame/dom.js';
import { mountItem } from '../../html/web/src/record/items.js';
import { ask } from './ask.js';
import { startClock } from './clock.js';
import { isAnswered } from './paper.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('./records.js').Records} Records */
/** @typedef {import('./records.js').Sitting} Sitting */
/** @typedef {ReturnType<typeof sittingScreen>} SittingScreen */

/**
 * @param {Sitting} sitting
 * @param {Map<string, Item>} items
 * @param {Records} records
 * @param {import('./script.js').Screens} screens
 */
export function sittingScreen(sitting, items, records, screens) {
  const wide = matchMedia('(min-width: 40rem)');
  const questions = sitting.items.map(({ id, points }, i) => {
    const item = /** @type {Item} */ (items.get(id));
    const place = make('div', { class: 'exam-question' });
    const memory = memoryOf(sitting, records, item, () => update());
    const exercise = mountItem(place, item, memory, `第 ${i + 1} 题`, { test: true });
    exercise.root.querySelector('.exercise-title')?.append(make('span', {}, `${points} 分`));
    exercise.root.tabIndex = -1;
    const button = make('button', { type: 'button', class: 'exam-number' });
    button.addEventListener('click', () => {
      if (!wide.matches) numbers.open = false;
      go(i);
    });
    return { id, item, place, exercise, button };
  });
  const clock = startClock(sitting, records);
  let at = Math.min(Math.max(clock.progress.at, 0), questions.length - 1);

  const counts = make('summary', {});
  const numbers = make(
    'details',
    {},
    counts,
    make('ol', {}, ...questions.map(({ button }) => make('li', {}, button))),
    make('p', { class: 'exam-note' }, '✓ 已答　★ 标记'),
  );
  // On a phone they would take the place of the question.
  numbers.open = wide.matches;
  const previous = makeButton('上一题', () => go(at - 1));
  const next = makeButton('下一题', () => go(at + 1));
  const flag = makeButton('标记', () => {
    const { id } = shown();
    const answer = records.answer(sitting, id);
    records.keep(id, { ...answer, flagged: !answer.flagged });
    update();
  });
  const shown = () => /** @type {(typeof questions)[number]} */ (questions[at]);
  const states = () =>
    questions.map(({ id, item }) => {
      const { response, flagged } = records.answer(sitting, id);
      return { answered: isAnswered(item, response), flagged };
    });
  const update = () => {
    const all = states();
    questions.forEach(({ button, place }, i) => {
      const { answered, flagged } = all[i] ?? { answered: false, flagged: false };
      button.replaceChildren(
        String(i + 1),
        make(
          'span',
          { class: 'exam-mark', 'aria-hidden': 'true' },
          `${answered ? '✓' : ''}${flagged ? '★' : ''}`,
        ),
      );
      button.setAttribute(
        'aria-label',
        `第 ${i + 1} 题，${answered ? '已答' : '未答'}${flagged ? '，已标记' : ''}`,
      );
      button.toggleAttribute('data-answered', answered);
      if (i === at) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
      place.hidden = i !== at;
    });
    const answered = all.filter((one) => one.answered).length;
    const flagged = all.filter((one) => one.flagged).length;
    counts.textContent = `题号：已答 ${answered} 题，未答 ${all.length - answered} 题${flagged ? `，标记 ${flagged} 题` : ''}`;
    flag.setAttribute('aria-pressed', String(all[at]?.flagged ?? false));
    // Not disabled: that would lose the focus.
    previous.toggleAttribute('data-end', at === 0);
    previous.setAttribute('aria-disabled', String(at === 0));
    next.toggleAttribute('data-end', at === questions.length - 1);
    next.setAttribute('aria-disabled', String(at === questions.length - 1));
  };
  /** @param {number} to */
  const go = (to) => {
    if (to < 0 || to >= questions.length) return;
    at = to;
    clock.at(at);
    update();
    shown().exercise.root.focus({ preventScroll: true });
    shown().place.scrollIntoView({ block: 'nearest' });
  };
  const end = makeButton('交卷', async () => {
    const answer = await askToSubmit(states());
    if (answer === 'yes') screens.submit(sitting, items, clock.progress.seconds);
    else if (answer) go(Number(answer));
  });
  end.classList.add('exam-main');

  const element = make(
    'div',
    { class: 'exam-sitting' },
    make(
      'div',
      { class: 'exam-head' },
      make('h2', { tabindex: '-1' }, sitting.title),
      make('p', { class: 'exam-note' }, `试卷编号 ${sitting.code}`),
      clock.element,
    ),
    make('nav', { class: 'exam-numbers', 'aria-label': '题号' }, numbers),
    make('div', {}, ...questions.map(({ place }) => place)),
    make('div', { class: 'exam-buttons exam-steps' }, previous, flag, next),
    make(
      'div',
      { class: 'exam-buttons exam-end' },
      end,
      makeButton('以后再答', () => screens.start('作答都已保存，可以随时继续。')),
      makeButton('放弃这份试卷', () => screens.abandon()),
    ),
  );
  update();
  return {
    element,
    /** Shows the question where the learner left off. */
    enter: () => go(at),
    stop: clock.stop,
    /**
     * Shows what another tab has answered.
     *
     * @param {string} id
     */
    follow(id) {
      questions.find((question) => question.id === id)?.exercise.restore();
      update();
    },
  };
}

/**
 * Keeps the answer to one question.
 *
 * @param {Sitting} sitting
 * @param {Records} records
 * @param {Item} item
 * @param {() => void} changed
 * @returns {import('../../html/web/src/record/items.js').Memory}
 */
function memoryOf(sitting, records, item, changed) {
  return {
    load(id) {
      const { response } = records.answer(sitting, id);
      const nothing = { state: /** @type {const} */ ('new'), first: /** @type {const} */ ('') };
      return {
        ...nothing,
        version: item.version,
        response,
        score: 0,
        attempts: 0,
        revealed: false,
        at: 0,
      };
    },
    save(id, { response }) {
      records.keep(id, { ...records.answer(sitting, id), response });
      changed();
    },
    forget() {},
    seed: (id) => optionsSeed({ id: sitting.plan }, sitting.seed, 'A', id),
  };
}

/**
 * @param {{ answered: boolean, flagged: boolean }[]} states
 * @returns {Promise<string>} `yes`, the index of a question to go to, or empty.
 */
function askToSubmit(states) {
  /** @param {'answered' | 'flagged'} name @param {boolean} value */
  const listed = (name, value) =>
    states.flatMap((state, i) =>
      state[name] === value
        ? [
            make(
              'li',
              {},
              make(
                'button',
                { value: String(i), class: 'exam-button', 'aria-label': `到第 ${i + 1} 题` },
                String(i + 1),
              ),
            ),
          ]
        : [],
    );
  const open = listed('answered', false);
  const flagged = listed('flagged', true);
  const content = [
    make(
      'p',
      {},
      open.length
        ? `还有 ${open.length} 题没有作答，点题号可以回去：`
        : `${states.length} 题都已作答。`,
    ),
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
 * @param {string} text
 * @param {() => void} press
 */
function makeButton(text, press) {
  const button = make('button', { type: 'button', class: 'exam-button' }, text);
  button.addEventListener('click', press);
  return button;
}
