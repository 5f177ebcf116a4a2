/** The exam page: navigates between its screens. */
import { make } from '../../html/web/src/frame/dom.js';
import { loadData } from '../../html/web/src/frame/load.js';
import { ask } from './ask.js';
import { gradeSitting } from './paper.js';
import { openRecords } from './records.js';
import { resultScreen } from './result.js';
import { sittingScreen } from './sitting.js';
import { makeStage } from './stage.js';
import { startScreen } from './start.js';

/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('./records.js').Sitting} Sitting */
/** @typedef {import('./records.js').Result} Result */

const UNREACHABLE = '题目没能载入，请检查网络后刷新这一页再试。';

/** The screens, and the transitions between them. */
export class Screens {
  /** @type {import('./paper.js').Plan[]} */
  #plans = [];
  /** @type {import('./sitting.js').SittingScreen | null} */
  #sat = null;
  /** @type {Sitting | null} The paper being answered in this tab. */
  #current = null;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.stage = makeStage(place);
    this.records = openRecords(this.stage.tell, this.stage.warn);
  }

  /** Loads the plans, and shows the start screen. */
  begin() {
    return this.guard(async () => {
      this.#plans = /** @type {import('./paper.js').Plan[]} */ (
        (await loadData('exam-plans.js')).examPlans
      );
      this.records.watch((item) => this.#follow(item));
      await this.start();
      document.documentElement.dataset.test = 'ready';
    });
  }

  /** @param {string} [told] */
  async start(told = '') {
    this.stage.tell(told);
    this.#show('start', await startScreen(this.#plans, this.records, this));
    if (told) this.stage.enter();
  }

  /**
   * @param {Sitting} sitting
   * @param {Map<string, Item>} items
   */
  sit(sitting, items) {
    this.stage.tell('');
    const screen = sittingScreen(sitting, items, this.records, this);
    this.#show('sitting', screen.element);
    this.#sat = screen;
    this.#current = sitting;
    this.stage.scrollTo();
    screen.enter();
  }

  /**
   * @param {Sitting} sitting
   * @param {Map<string, Item>} items
   * @param {number} seconds
   */
  submit(sitting, items, seconds) {
    // It may have been submitted in another tab.
    if (this.records.sitting()?.id !== sitting.id) {
      this.#leave(sitting.id);
      return;
    }
    const responseTo = (/** @type {string} */ id) => this.records.answer(sitting, id).response;
    const result = gradeSitting(sitting, items, responseTo, seconds);
    const kept = this.records.finish(result);
    document.dispatchEvent(new CustomEvent('test:graded', { detail: result }));
    this.look(result, kept);
  }

  async abandon() {
    const told = make('p', {}, '这份试卷的作答会删除，不计成绩。');
    if (!(await ask('放弃这份试卷？', [told], '放弃', '保留'))) return;
    this.records.abandon();
    await this.start('已放弃那份试卷。');
  }

  /**
   * @param {Result} result
   * @param {boolean} [kept] Whether the browser saved the result.
   */
  look(result, kept = true) {
    return this.guard(async () => {
      this.stage.tell('');
      const order = this.#plans.map(({ id }) => id);
      this.#show('result', await resultScreen(result, order, this, kept));
      this.stage.enter();
    });
  }

  /**
   * Runs a task; shows a message if something cannot be loaded.
   *
   * @param {() => Promise<void>} work
   */
  async guard(work) {
    try {
      await work();
    } catch (error) {
      console.error(error);
      this.stage.tell(UNREACHABLE);
    }
  }

  /**
   * @param {string} name
   * @param {HTMLElement} element
   */
  #show(name, element) {
    this.#sat?.stop();
    this.#sat = null;
    this.#current = null;
    this.stage.show(name, element);
  }

  /**
   * Reacts to a change by another tab.
   *
   * @param {string | null} item The item that was answered; `null` for other changes.
   */
  #follow(item) {
    const current = this.#current;
    if (item !== null) this.#sat?.follow(item);
    else if (current && this.records.sitting()?.id !== current.id) this.#leave(current.id);
    else if (!current && this.stage.screen === 'start') this.start();
  }

  /**
   * Leaves a paper that was submitted or abandoned in another tab.
   *
   * @param {string} id
   */
  #leave(id) {
    // Report it only once, although several entries change.
    this.#current = null;
    const result = this.records.results().find((one) => one.id === id);
    if (result) this.look(result).then(() => this.stage.tell('这份试卷已在另一个标签页交卷。'));
    else this.start('这份试卷已在另一个标签页结束。');
  }
}

const place = document.getElementById('exam');
if (place) new Screens(place).begin();
