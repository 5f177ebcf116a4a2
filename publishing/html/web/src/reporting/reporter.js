/**
 * What goes to the record store, and when: nothing unless the reader wants it, and then each answer
 * that is submitted on this page, and how far the reader is. What the reader saves stays in this
 * browser as ever.
 */
import { follow, names, ownPrefix, read } from '../../../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY } from '../../../../../exercises/web/src/saved.js';
import { RESULT } from '../../../../pages/exam/records.js';
import { loadData } from '../frame/load.js';
import { outcome, PAPER, takePaper } from '../platform/outcome.js';
import { statementQueue } from '../platform/queue.js';
import { standing } from '../platform/standing.js';
import { answered, inSeconds, saidPlainly } from '../platform/statements.js';
import { stopwatch } from '../platform/stopwatch.js';
import { uuid } from '../platform/uuid.js';
import { OWN, readChoice, writeChoice } from './choice.js';
import { submitted } from './submitted.js';
import { enter, forget, goOn } from './visit.js';

const DATA = 'reporting-data.js';

/** @typedef {import('../platform/types.js').KnownCourse} KnownCourse */
/** @typedef {{ choice: import('./choice.js').Choice | null, lost: number }} State `lost`: how many statements the store has not taken. */

/**
 * @param {string} address The store's, with a slash at its end.
 * @param {(state: State) => void} changed
 */
export function openReporter(address, changed) {
  const queue = statementQueue(`${ownPrefix()}${OWN}:queue`, ask);
  /** Two, since an answer's time is not the visit's. */
  const [answering, visiting] = [stopwatch(), stopwatch()];
  let choice = readChoice();
  let lost = 0;
  /** @type {Promise<KnownCourse> | undefined} */
  let course;
  const heard = submitted();

  /** @param {string} path @param {RequestInit} options */
  function ask(path, options) {
    const headers = { ...options.headers, 'X-Experience-API-Version': '1.0.3' };
    // A session that the reader has with the store's host stands in for a key.
    return fetch(address + path, { ...options, headers, credentials: 'include' });
  }

  function load() {
    course ??= loadData(DATA).then(
      ({ courseReporting }) => /** @type {KnownCourse} */ (courseReporting),
    );
    return course;
  }

  /** @param {KnownCourse} known @returns {import('../platform/statements.js').Launch} */
  function launch({ course: id, title }) {
    return {
      actor: {
        objectType: 'Agent',
        account: { homePage: location.origin, name: choice?.reader ?? '' },
      },
      activity: `urn:course:${id}`,
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

  /** Says how far the reader is, and sends all that waits. */
  async function report() {
    const known = await load();
    if (!choice?.on) return;
    const said = new Set(readChoice()?.said);
    const count = said.size;
    const seconds = goOn(Date.now(), visiting.lap());
    const now = outcome(entries(known), known.items, known.rule);
    const of = { seconds, mastery: known.rule.passMark / 100 };
    const statements = standing(saidPlainly(launch(known)), said, now, of);
    // Kept first: what cannot be kept would be said again and again.
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
  // What another window decides holds here too.
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
    /** Nothing goes from here on, and what has not gone is forgotten. */
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
      // Damaged: the page of tests tells of it.
    }
  }
  return best === null ? found : found.set(PAPER, best);
}

/**
 * Does what the page need not wait for.
 *
 * @param {() => Promise<void>} work
 */
function quietly(work) {
  work().catch((error) => console.error('reporting:', error));
}
