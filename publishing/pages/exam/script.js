/** The page of the tests: leads from screen to screen. */
import { make } from '../../html/web/src/frame/dom.js';
import { loadData } from '../../html/web/src/frame/load.js';
import { ask } from './ask.js';
import { gradeSitting } from './paper.js';
import { openRecords } from './records.js';
import { resultScreen } from './result.js';
import { sittingScreen } from './sitting.js';
import { startScreen } from './start.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('./records.js').Sitting} Sitting */
/** @typedef {import('./records.js').Result} Result */
/**
 * @typedef {object} Screens Where a screen can lead.
 * @property {(told?: string) => Promise<void>} start
 * @property {(sitting: Sitting, items: Map<string, Item>) => void} sit
 * @property {(sitting: Sitting, items: Map<string, Item>, seconds: number) => void} submit
 * @property {() => Promise<void>} abandon
 * @property {(result: Result) => Promise<void>} look
 * @property {(work: () => Promise<void>) => Promise<void>} guard
 */

const UNREACHABLE = '题目没能载入，请检查网络后刷新这一页再试。';

/** @param {HTMLElement} place */
async function run(place) {
  const status = make('p', { class: 'exam-status', role: 'status' });
  const view = make('div', {});
  place.replaceChildren(status, view);
  /** @type {import('./sitting.js').SittingScreen | null} */
  let sat = null;
  /** @type {Sitting | null} */
  let current = null;

  /** @param {string} message */
  const tell = (message) => {
    if (status.textContent !== message) status.textContent = message;
  };
  const records = openRecords(tell);
  /**
   * @param {string} name
   * @param {HTMLElement} element
   */
  const show = (name, element) => {
    sat?.stop();
    sat = null;
    current = null;
    // A question about what is no longer there.
    document.querySelector('dialog.exam-ask')?.remove();
    place.dataset.screen = name;
    view.replaceChildren(element);
  };
  /** Takes the focus to the heading of what is new. */
  const enter = () => {
    const heading = view.querySelector('h2');
    heading?.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
  };
  /** @type {Screens['guard']} */
  const guard = async (work) => {
    try {
      await work();
    } catch (error) {
      console.error(error);
      tell(UNREACHABLE);
    }
  };
  /** @type {import('./paper.js').Plan[]} */
  let plans = [];

  /** @type {Screens} */
  const screens = {
    guard,
    async start(told = '') {
      tell(told);
      show('start', await startScreen(plans, records, screens));
      if (told) enter();
    },
    sit(sitting, items) {
      tell('');
      const screen = sittingScreen(sitting, items, records, screens);
      show('sitting', screen.element);
      sat = screen;
      current = sitting;
      place.scrollIntoView({ block: 'start' });
      screen.enter();
    },
    submit(sitting, items, seconds) {
      // In another tab it may have been submitted already.
      if (records.sitting()?.id !== sitting.id) {
        leave(sitting.id);
        return;
      }
      const responseTo = (/** @type {string} */ id) => records.answer(sitting, id).response;
      const result = gradeSitting(sitting, items, responseTo, seconds);
      records.finish(result);
      document.dispatchEvent(new CustomEvent('test:graded', { detail: result }));
      screens.look(result);
    },
    async abandon() {
      const told = make('p', {}, '这份试卷的作答会删除，不计成绩。');
      if (!(await ask('放弃这份试卷？', [told], '放弃', '保留'))) return;
      records.abandon();
      await screens.start('已放弃那份试卷。');
    },
    look: (result) =>
      guard(async () => {
        tell('');
        const order = plans.map(({ id }) => id);
        show('result', await resultScreen(result, order, screens));
        enter();
      }),
  };
  /** The paper was submitted or abandoned in another tab. */
  const leave = (/** @type {string} */ id) => {
    current = null;
    const result = records.results().find((one) => one.id === id);
    if (result) screens.look(result).then(() => tell('这份试卷已在另一个标签页交卷。'));
    else screens.start('这份试卷已在另一个标签页结束。');
  };

  await guard(async () => {
    plans = /** @type {typeof plans} */ ((await loadData('exam-plans.js')).examPlans);
    records.watch((item) => {
      if (item !== null) sat?.follow(item);
      else if (current && records.sitting()?.id !== current.id) leave(current.id);
      else if (!current && place.dataset.screen === 'start') screens.start();
    });
    await screens.start();
    document.documentElement.dataset.test = 'ready';
  });
}

const place = document.getElementById('exam');
if (place) run(place);
