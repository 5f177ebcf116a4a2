/**
 * Decides what is sent to the record store, and when: nothing unless the reader agrees; then each
 * answer submitted on this page, and the reader's progress. The reader's record stays in this
 * browser in any case.
 */
import { follow } from '../../../../../exercises/web/src/course-storage.js';
import { outcome } from '../platform/outcome.js';
import { answered, inSeconds, saidPlainly } from '../platform/statements.js';
import { stopwatch } from '../platform/stopwatch.js';
import { uuid } from '../platform/uuid.js';
import { standing } from '../platform/whole-course.js';
import { OWN, readChoice, writeChoice } from './choice.js';
import { delivery } from './delivery.js';
import { knownCourse, ownEntries } from './known-course.js';
import { submitted } from './submitted.js';
import { enter, forget, goOn } from './visit.js';

/** @typedef {import('./choice.js').Choice} Choice */
/** @typedef {{ choice: Choice | null, lost: number }} State `lost`: number of statements that the
store has not accepted. */

export class Reporter {
  #choice = readChoice();
  #delivery;
  #changed;
  /** Two stopwatches, since the time for an answer is not that of the visit. */
  #answering = stopwatch();
  #visiting = stopwatch();
  #heard = submitted();

  /**
   * @param {string} address Address of the store, with a trailing slash.
   * @param {(state: State) => void} changed
   */
  constructor(address, changed) {
    this.#delivery = delivery(address);
    this.#changed = changed;
  }

  /** @returns {State} */
  get state() {
    return { choice: this.#choice, lost: this.#delivery.lost() };
  }

  get isOn() {
    return Boolean(this.#choice?.on);
  }

  /** @param {string} name The reader's name in the statements; empty for a random one. */
  turnOn(name) {
    this.#keep({ on: true, reader: name.trim() || uuid(), registration: uuid(), said: [] });
    this.#answering.lap();
    this.#visiting.lap();
    this.#changed(this.state);
    quietly(this.begin());
  }

  /** Stops sending, and deletes the queue. */
  turnOff() {
    this.#keep({ on: false, reader: '', registration: '', said: [] });
    this.#delivery.clear();
    forget();
    this.#changed(this.state);
  }

  /** Follows a decision made in another window. */
  decideAgain() {
    this.#choice = readChoice();
    this.#changed(this.state);
  }

  /** Begins a visit or continues it, on this page. */
  async begin() {
    const known = await knownCourse();
    if (!this.#choice?.on) return;
    const say = saidPlainly(launchOf(known, this.#choice));
    const { begins, ended } = enter(Date.now());
    if (ended) {
      const timestamp = new Date(ended.at).toISOString();
      const last = say('terminated', { duration: inSeconds(ended.seconds) });
      this.#delivery.add([{ ...last, timestamp }]);
    }
    if (begins) this.#delivery.add([say('initialized')]);
    await this.report();
  }

  /**
   * Reports an answer, if the exercise that was graded was also submitted.
   *
   * @param {string} id The item's id.
   */
  async graded(id) {
    const found = this.#heard.take(id);
    if (!this.#choice?.on || !found) return;
    const seconds = this.#answering.lap();
    const known = await knownCourse();
    if (!this.isOn) return;
    const item = known.items.find((one) => one.id === found.id);
    if (item && item.version === found.saved.version) {
      const launch = launchOf(known, this.#choice);
      this.#delivery.add(answered(launch, { item, saved: found.saved, seconds }));
    }
    await this.report();
  }

  /** Reports the reader's progress, and sends the queue. */
  async report() {
    const known = await knownCourse();
    if (!this.#choice?.on) return;
    const said = new Set(readChoice()?.said);
    const count = said.size;
    const seconds = this.goOn();
    const now = outcome(ownEntries(known), known.items, known.rule);
    const of = { seconds, mastery: known.rule.passMark / 100 };
    const statements = standing(saidPlainly(launchOf(known, this.#choice)), said, now, of);
    // Saved first; otherwise, if saving fails, it would be sent again and again.
    if (said.size > count) this.#keep({ ...this.#choice, said: [...said] });
    this.#delivery.add(statements);
    await this.send();
  }

  async send() {
    if (!this.isOn) return;
    await this.#delivery.send();
    this.#changed(this.state);
  }

  /** Records that the visit continues; returns its duration in seconds. */
  goOn() {
    return goOn(Date.now(), this.#visiting.lap());
  }

  /** @param {Choice} next */
  #keep(next) {
    this.#choice = next;
    writeChoice(next);
  }
}

/**
 * Has a reporter report what happens on this page.
 *
 * @param {Reporter} reporter
 */
export function followPage(reporter) {
  document.addEventListener('exercise:graded', (event) => {
    quietly(reporter.graded(/** @type {CustomEvent} */ (event).detail.item));
  });
  document.addEventListener('test:graded', () => reporter.isOn && quietly(reporter.report()));
  addEventListener('online', () => quietly(reporter.send()));
  addEventListener('pagehide', () => reporter.isOn && reporter.goOn());
  follow((name) => {
    if (name === null || name === OWN) reporter.decideAgain();
  });
  if (reporter.isOn) quietly(reporter.begin());
}

/**
 * @param {import('../platform/types.js').KnownCourse} known
 * @param {Choice} choice
 * @returns {import('../platform/statements.js').Launch}
 */
function launchOf({ course, title }, { reader, registration }) {
  return {
    actor: { objectType: 'Agent', account: { homePage: location.origin, name: reader } },
    course,
    activity: `urn:course:${course}`,
    registration,
    template: {},
    title,
  };
}

/**
 * Runs a task without waiting for it; errors are logged.
 *
 * @param {Promise<void>} work
 */
function quietly(work) {
  work.catch((error) => console.error('reporting:', error));
}
