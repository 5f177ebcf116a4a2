/** The screen for answering a paper, one question at a time. */
import { optionsSeed } from '../../../exercises/web/src/sample.js';
import { make } from '../../html/web/src/frame/dom.js';
import { mountItem } from '../../html/web/src/record/items.js';
import { openStanding } from './answered.js';
import { questionNumbers } from './numbers.js';
import { askToSubmit } from './submitting.js';
import { startClock } from './timer.js';

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
  const clock = startClock(sitting, records);
  const standing = openStanding(sitting, items, records, clock.progress.at);
  const questions = mountQuestions(sitting, items, records, () => show());
  /** @param {number} to */
  const go = (to) => {
    if (!standing.goTo(to)) return;
    clock.at(to);
    show();
    const question = questions[to];
    question?.exercise.root.focus({ preventScroll: true });
    question?.place.scrollIntoView({ block: 'nearest' });
  };
  const numbers = questionNumbers(questions.length, go);
  const steps = makeSteps(standing, go, () => {
    standing.flag();
    show();
  });
  const show = () => {
    const states = standing.states();
    const over = standing.at === standing.last || states.every(({ answered }) => answered);
    numbers.show(states, standing.at);
    steps.show(states[standing.at]?.flagged ?? false, !over);
    // The most prominent button is the one most likely to be pressed by mistake.
    end.classList.toggle('exam-main', over);
    questions.forEach(({ place }, i) => {
      place.hidden = i !== standing.at;
    });
  };
  const end = makeButton('交卷', async () => {
    const answer = await askToSubmit(standing.states());
    if (answer === 'yes') screens.submit(sitting, items, clock.progress.seconds);
    else if (answer) go(Number(answer));
  });
  const element = make(
    'div',
    { class: 'exam-sitting' },
    head(sitting, clock.element),
    numbers.element,
    make('div', {}, ...questions.map(({ place }) => place)),
    steps.element,
    make(
      'div',
      { class: 'exam-buttons exam-end' },
      end,
      makeButton('以后再答', () => screens.start('作答都已保存，可以随时继续。')),
      makeButton('放弃这份试卷', () => screens.abandon()),
    ),
  );
  show();
  return {
    element,
    /** Shows the question where the learner left off. */
    enter: () => go(standing.at),
    stop: clock.stop,
    /**
     * Shows an answer given in another tab.
     *
     * @param {string} id
     */
    follow(id) {
      questions.find((question) => question.id === id)?.exercise.restore();
      show();
    },
  };
}

/**
 * @param {Sitting} sitting
 * @param {HTMLElement} time
 */
function head({ title, code }, time) {
  return make(
    'div',
    { class: 'exam-head' },
    make('h2', { tabindex: '-1' }, title),
    make('p', { class: 'exam-note' }, `试卷编号 ${code}`),
    time,
  );
}

/**
 * Mounts the exercise of each question.
 *
 * @param {Sitting} sitting
 * @param {Map<string, Item>} items
 * @param {Records} records
 * @param {() => void} changed
 */
function mountQuestions(sitting, items, records, changed) {
  return sitting.items.map(({ id, points }, i) => {
    const item = /** @type {Item} */ (items.get(id));
    const place = make('div', { class: 'exam-question' });
    const memory = memoryOf(sitting, records, item, changed);
    const exercise = mountItem(place, item, memory, `第 ${i + 1} 题`, { test: true });
    exercise.root.querySelector('.exercise-title')?.append(make('span', {}, `${points} 分`));
    exercise.root.tabIndex = -1;
    return { id, place, exercise };
  });
}

/**
 * Returns the storage for the answer to one question.
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
 * Makes the buttons for the previous and next question, and for flagging the current one.
 *
 * @param {import('./answered.js').Standing} standing
 * @param {(to: number) => void} go
 * @param {() => void} flag
 */
function makeSteps(standing, go, flag) {
  const previous = makeButton('上一题', () => go(standing.at - 1));
  const next = makeButton('下一题', () => go(standing.at + 1));
  const flagging = makeButton('标记', flag);
  return {
    element: make('div', { class: 'exam-buttons exam-steps' }, previous, flagging, next),
    /**
     * @param {boolean} flagged
     * @param {boolean} more Whether the next question is the main action.
     */
    show(flagged, more) {
      next.classList.toggle('exam-main', more);
      flagging.setAttribute('aria-pressed', String(flagged));
      setEnd(previous, standing.at === 0);
      setEnd(next, standing.at === standing.last);
    },
  };
}

/**
 * @param {HTMLButtonElement} button
 * @param {boolean} end
 */
function setEnd(button, end) {
  button.toggleAttribute('data-end', end);
  // Not disabled, because that would lose the focus.
  button.setAttribute('aria-disabled', String(end));
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
