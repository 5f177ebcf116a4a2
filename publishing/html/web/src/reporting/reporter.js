/**
 * Decides what is sent to the record store, and when: nothing unless the reader agrees; then each
 * answer submitted on this page, and the reader's progress. The reader's record stays in this
 * browser in any case.
 */
import { follow, names, ownPrefix, read } from '../../../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY } from '../../../../../exercises/web/src/saved.js';
import { RESULT } from '../../../../pages/exam/records.js';
import { loadData } from '../frame/load.js';
import { outcome, PAPER, takePaper } from '../platform/outcome.js';
import { statementQueue } from '../platform/queue.js';
import { answered, inSeconds, saidPlainly } from '../platform/statements.js';
import { stopwatch } from '../platform/stopwatch.js';
import { uuid } from '../platform/uuid.js';
import { standing } from '../platform/whole-course.js';
import { OWN, readChoice, writeChoice } from './choice.js';
import { submitted } from './submitted.js';
import { enter, forget, goOn } from './visit.js';

const DATA = 'reporting-data.js';

/** @typedef {import('../platform/types.js').KnownCourse} KnownCourse */
/** @typedef {{ choice: import('./choice.js').Choice | null, lost: number }} State `lost`: number of
statements that the store has not accepted. */

/**
 * @param {string} address Address of the store, with a trailing slash.
 * @param {(state: State) => void} changed
 */
export function openReporter(address, changed) {
  const queue = statementQueue(`${ownPrefix()}${OWN}:queue`, ask);
  /** Two stopwatches, since the time for an answer is not that of the visit. */
  const [answering, visiting] = [stopwatch(), stopwatch()];
  let choice = readChoice();
  let lost = 0;
  /** @type {Promise<KnownCourse> | undefined} */
  let course;
  const heard = submitted();

  /** @param {string} path @param {RequestInit} options */
  function ask(path, options) {
    const headers = { ...options.headers, 'X-Experience-API-Version': '1.0.3' };
    // With cookies: a session at the store's host takes the place of a key.
    return fetch(address + path, { ...options, headers, credentials: 'include' });
  }

  function load() {
    course ??= loadData(DATA).then(
      ({ courseReporting }) => /** @type {KnownCourse} */ (courseReporting),
    );
    return course;
  }

  /** @param {KnownCourse} known @returns {import('../platform/statements.js').Launch} */
  function launch({ course, title }) {
    return {
      actor: {
        objectType: 'Agent',
        account: { homePage: location.origin, name: choice?.reader ?? '' },
      },
      course,
      activity: `urn:course:${course}`,
      registration: choice?.registration ?? '',
      template: {},
      title,
    };
  }

  async function begin() {
    const say = saidPlainly(launch(await load()));
    if (!choice?.on) return;
    const now = Date.now();
    const { begins, ended } = enter(now);
    if (ended) {
      const timestamp = new Date(ended.at).toISOString();
      queue.add([{ ...say('terminated', { duration: inSeconds(ended.seconds) }), timestamp }]);
    }
    if (begins) queue.add([say('initialized')]);
    await report();
  }

  /** Reports the reader's progress, and sends the queue. */
  async function report() {
    const known = await load();
    if (!choice?.on) return;
    const said = new Set(readChoice()?.said);
    const count = said.size;
    const seconds = goOn(Date.now(), visiting.lap());
    const now = outcome(entries(known), known.items, known.rule);
    const of = { seconds, mastery: known.rule.passMark / 100 };
    const statements = standing(saidPlainly(launch(known)), said, now, of);
    // Saved first; otherwise, if saving fails, it would be sent again and again.
    if (said.size > count) keep({ ...choice, said: [...said] });
    queue.add(statements);
    await send();
  }

  async function send() {
    if (!choice?.on) return;
    try {
      lost = await queue.send();
    } catch (error) {
      console.error('record store:', error);
      lost = queue.length();
    }
    changed({ choice, lost });
  }

  /** @param {NonNullable<typeof choice>} next */
  function keep(next) {
    choice = next;
    writeChoice(next);
  }

  document.addEventListener('exercise:graded', (event) => {
    const found = heard.take(/** @type {CustomEvent} */ (event).detail.item);
    if (!choice?.on || !found) return;
    const seconds = answering.lap();
    quietly(async () => {
      const known = await load();
      const item = known.items.find(({ id }) => id === found.id);
      if (item && item.version === found.saved.version) {
        queue.add(answered(launch(known), { item, saved: found.saved, seconds }));
      }
      await report();
    });
  });
  document.addEventListener('test:graded', () => choice?.on && quietly(report));
  addEventListener('online', () => quietly(send));
  addEventListener('pagehide', () => choice?.on && goOn(Date.now(), visiting.lap()));
  // Follow a decision made in another window.
  follow((name) => {
    if (name !== null && name !== OWN) return;
    choice = readChoice();
    changed({ choice, lost });
  });
  if (choice?.on) quietly(begin);

  return {
    state: () => ({ choice, lost }),
    /** @param {string} name */
    turnOn(name) {
      keep({ on: true, reader: name.trim() || uuid(), registration: uuid(), said: [] });
      answering.lap();
      visiting.lap();
      changed({ choice, lost });
      quietly(begin);
    },
    /** Stops sending, and deletes the queue. */
    turnOff() {
      keep({ on: false, reader: '', registration: '', said: [] });
      queue.clear();
      forget();
      lost = 0;
      changed({ choice, lost });
    },
  };
}

/** @param {KnownCourse} known */
function entries({ rule }) {
  const found = new Map(names(EXERCISE_ENTRY).map((name) => [name, read(name) ?? '']));
  /** @type {string | null} */
  let best = null;
  for (const name of names(RESULT)) {
    try {
      best = takePaper(JSON.parse(read(name) ?? ''), best, rule) ?? best;
    } catch {
      // Damaged; the exam page reports it.
    }
  }
  return best === null ? found : found.set(PAPER, best);
}

/**
 * Runs a task without waiting for it; errors are logged.
 *
 * @param {() => Promise<void>} work
 */
function quietly(work) {
  work().catch((error) => console.error('reporting:', error));
}
