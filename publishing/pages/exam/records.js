/**
 * What is saved of tests: the one that is being sat, its answers one entry each (so that two tabs
 * lose nothing), and the results. What is read is trusted in nothing.
 */
import * as storage from '../../../exercises/web/src/course-storage.js';
import { conforms } from '../../../exercises/web/src/shape.js';
import * as schemas from './schemas.js';
import { openShelf } from './shelf.js';

/**
 * @typedef {{ id: string, version: string, points: number }} Asked
 * @typedef {object} Sitting A paper that is being answered.
 * @property {string} id
 * @property {string} plan Id of the plan that it is drawn by.
 * @property {string} title
 * @property {string} seed
 * @property {string} code
 * @property {string} name The learner's, or empty.
 * @property {number} started
 * @property {Asked[]} items
 *
 * @typedef {{ sitting: string, response: Record<string, string>, flagged: boolean }} Answer
 * @typedef {{ sitting: string, seconds: number, at: number, hidden: boolean }} Progress Time
 *   spent, the question shown, and whether the time is hidden.
 *
 * @typedef {Asked & { earned: number, state: string, response: Record<string, string> }} Graded
 * @typedef {Omit<Sitting, 'items'> & { submitted: number, seconds: number, items: Graded[] }} Result
 */

const OWN = 'test:';
const SITTING = `${OWN}sitting`;
const PROGRESS = `${OWN}progress`;
const ANSWER = `${OWN}answer:`;
/** What the names of results begin with. */
export const RESULT = `${OWN}result:`;

/** @typedef {ReturnType<typeof openRecords>} Records */

const NOT_KEPT =
  '浏览器没能在本机保存（不允许，或者空间已满）：测试照常可做，但关掉或刷新这一页，没有存下的作答和成绩就没有了。';

/**
 * Opens what is saved.
 *
 * @param {(message: string) => void} tell Tells the learner of a trouble.
 * @param {(warning: string) => void} warn Warns of one that lasts; empty when it is over.
 */
export function openRecords(tell, warn) {
  const shelf = openShelf(OWN, (kept) => warn(kept ? '' : NOT_KEPT));
  /**
   * @param {string} name
   * @param {import('../../../exercises/web/src/shape.js').Schema} schema
   * @returns {any} `null` for nothing, or nothing that this program saves.
   */
  const read = (name, schema) => {
    const text = shelf.get(name);
    if (text === null) return null;
    try {
      const value = JSON.parse(text);
      if (conforms(schema, value)) return value;
    } catch {
      // Told below.
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
    /** Forgets the sitting and its answers. */
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
     * Ends the sitting: the one submission. The answers go when the result is there to be read
     * back, and not before; where the browser has kept neither, there is nothing to wait for.
     *
     * @param {Result} result
     * @returns {boolean} Whether the browser has kept the result.
     */
    finish(result) {
      const [name, text] = [RESULT + result.id, JSON.stringify(named(result))];
      shelf.set(name, text);
      const kept = shelf.stored(name) === text;
      if (kept || shelf.stored(SITTING) === null) clear();
      return kept;
    },
    /** @returns {Result[]} The latest first. */
    results() {
      const names = shelf.names().filter((name) => name.startsWith(RESULT));
      const results = names.flatMap((name) => listed(read(name, schemas.RESULT)) ?? []);
      return results.sort((a, b) => b.submitted - a.submitted);
    },
    /** @param {string} id */
    forget: (id) => shelf.remove(RESULT + id),
    /**
     * Tells of what another tab saves.
     *
     * @param {(item: string | null) => void} changed Given the item answered there, or `null`
     *   for a change of the sitting or the results.
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
 * In storage the items stand by their ids, here in a list.
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
