/**
 * What is saved about tests: the current sitting, its answers in one entry each (so that two tabs
 * do not overwrite each other), and the results. Saved data are validated when read.
 */
import * as storage from '../../../exercises/web/src/course-storage.js';
import { conforms } from '../../../exercises/web/src/shape.js';
import * as schemas from './schemas.js';
import { openShelf } from './shelf.js';

/**
 * @typedef {{ id: string, version: string, points: number }} Asked
 * @typedef {object} Sitting A paper that is being answered.
 * @property {string} id
 * @property {string} plan Id of its plan.
 * @property {string} title
 * @property {string} seed
 * @property {string} code
 * @property {string} name The learner's name, or empty.
 * @property {number} started
 * @property {Asked[]} items
 *
 * @typedef {{ sitting: string, response: Record<string, string>, flagged: boolean }} Answer
 * @typedef {{ sitting: string, seconds: number, at: number, hidden: boolean }} Progress Time
 *   spent, current question, and whether the time is hidden.
 *
 * @typedef {Asked & { earned: number, state: string, response: Record<string, string> }} Graded
 * @typedef {Omit<Sitting, 'items'> & { submitted: number, seconds: number, items: Graded[] }} Result
 */

const OWN = 'test:';
const SITTING = `${OWN}sitting`;
const PROGRESS = `${OWN}progress`;
const ANSWER = `${OWN}answer:`;
/** Prefix of the names of results. */
export const RESULT = `${OWN}result:`;

/** @typedef {ReturnType<typeof openRecords>} Records */

const NOT_KEPT =
  '浏览器没能在本机保存（不允许，或者空间已满）：测试照常可做，但关掉或刷新这一页，没有存下的作答和成绩就没有了。';

/**
 * Opens the saved data.
 *
 * @param {(message: string) => void} tell Shows a message to the learner.
 * @param {(warning: string) => void} warn Shows a lasting warning; an empty string removes it.
 */
export function openRecords(tell, warn) {
  const shelf = openShelf(OWN, (kept) => warn(kept ? '' : NOT_KEPT));
  /**
   * @param {string} name
   * @param {import('../../../exercises/web/src/shape.js').Schema} schema
   * @returns {any} `null` if there is no valid entry.
   */
  const read = (name, schema) => {
    const text = shelf.get(name);
    if (text === null) return null;
    try {
      const value = JSON.parse(text);
      if (conforms(schema, value)) return value;
    } catch {
      // Reported below.
    }
    tell('有一份保存的测试数据已损坏，没有载入。');
    return null;
  };
  /** @param {string} name @param {unknown} value */
  const write = (name, value) => shelf.set(name, JSON.stringify(value));
  const clear = () => {
    for (const name of shelf.names()) {
      if (name === SITTING || name === PROGRESS || name.startsWith(ANSWER)) shelf.remove(name);
    }
  };
  return {
    /** @returns {Sitting | null} */
    sitting: () => listed(read(SITTING, schemas.SITTING)),
    /** @param {Sitting} sitting */
    begin(sitting) {
      clear();
      write(SITTING, named(sitting));
    },
    /** Deletes the sitting and its answers. */
    abandon: clear,
    /**
     * @param {Sitting} sitting
     * @param {string} item
     * @returns {Answer}
     */
    answer(sitting, item) {
      const saved = read(ANSWER + item, schemas.ANSWER);
      if (saved?.sitting === sitting.id) return saved;
      return { sitting: sitting.id, response: {}, flagged: false };
    },
    /** @param {string} item @param {Answer} answer */
    keep: (item, answer) => write(ANSWER + item, { ...answer, response: cutOff(answer.response) }),
    /**
     * @param {Sitting} sitting
     * @returns {Progress}
     */
    progress(sitting) {
      const saved = read(PROGRESS, schemas.PROGRESS);
      if (saved?.sitting === sitting.id) return saved;
      return { sitting: sitting.id, seconds: 0, at: 0, hidden: false };
    },
    /** @param {Progress} progress */
    note: (progress) => write(PROGRESS, progress),
    /**
     * Ends the sitting with its only submission. The answers are deleted only when the saved result
     * can be read back, or if the browser saves nothing at all.
     *
     * @param {Result} result
     * @returns {boolean} Whether the browser saved the result.
     */
    finish(result) {
      const [name, text] = [RESULT + result.id, JSON.stringify(named(result))];
      shelf.set(name, text);
      const kept = shelf.stored(name) === text;
      if (kept || shelf.stored(SITTING) === null) clear();
      return kept;
    },
    /** @returns {Result[]} Latest first. */
    results() {
      const names = shelf.names().filter((name) => name.startsWith(RESULT));
      const results = names.flatMap((name) => listed(read(name, schemas.RESULT)) ?? []);
      return results.sort((a, b) => b.submitted - a.submitted);
    },
    /** @param {string} id */
    forget: (id) => shelf.remove(RESULT + id),
    /**
     * Watches for changes by other tabs.
     *
     * @param {(item: string | null) => void} changed Called with the item that was answered, or
     *   `null` if the sitting or the results changed.
     */
    watch(changed) {
      storage.follow((name) => {
        if (name === null || name === SITTING || name.startsWith(RESULT)) changed(null);
        else if (name.startsWith(ANSWER)) changed(name.slice(ANSWER.length));
      });
    },
  };
}

/**
 * Converts the list of items to an object by id, the form in which it is saved.
 *
 * @param {{ items: { id: string }[] }} paper
 */
function named({ items, ...head }) {
  return { ...head, items: Object.fromEntries(items.map(({ id, ...one }) => [id, one])) };
}

/** @param {any} stored */
function listed(stored) {
  const items = Object.entries(stored?.items ?? {}).map(([id, one]) => ({ id, ...one }));
  return items.length ? { ...stored, items } : null;
}

/** @param {Record<string, string>} response */
function cutOff(response) {
  return Object.fromEntries(
    Object.entries(response).map(([slot, text]) => [slot, text.slice(0, schemas.LONGEST_ANSWER)]),
  );
}
