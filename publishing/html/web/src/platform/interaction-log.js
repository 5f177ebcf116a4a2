/**
 * The interactions that a SCORM platform stores. A submission is written again with each save until
 * a commit succeeds; an interaction keeps its place, so it is not stored twice.
 */
import { reported } from './interactions.js';

/** @typedef {import('./types.js').Answer} Answer */

/** Minimum number of interactions that SCORM 2004 requires platforms to store. */
const MOST_INTERACTIONS = 250;

/**
 * @param {import('./scorm-editions.js').Edition} edition
 * @param {(name: string, value: string) => boolean} set Returns whether the platform accepted it.
 * @param {(name: string) => string} read
 */
export function interactionLog(edition, set, read) {
  /** @type {Map<string, number>} Index of each interaction by id. */
  const places = new Map();
  let count = 0;
  /** @type {Map<string, Answer>} By item: a later submission replaces an earlier one anyway. */
  let waiting = new Map();
  let complete = true;

  /**
   * @param {[string, string][]} values
   * @returns {'stored' | 'partly' | 'refused'} Platforms need not store interactions.
   */
  const write = (values) => {
    const id = values[0]?.[1] ?? '';
    const place = places.get(id) ?? count;
    if (place >= MOST_INTERACTIONS) return 'refused';
    let stored = true;
    for (const [name, value] of values) {
      const done = set(`cmi.interactions.${place}.${name}`, value);
      if (!done && name === 'id') return 'refused';
      stored &&= done;
    }
    places.set(id, place);
    count = Math.max(count, place + 1);
    return stored ? 'stored' : 'partly';
  };

  return {
    /** Reads which interactions the platform has; with SCORM 1.2, only how many. */
    open() {
      count = Number(read('cmi.interactions._count')) || 0;
      for (let place = 0; place < count; place += 1) {
        const id = read(`cmi.interactions.${place}.id`);
        if (id) places.set(id, place);
      }
    },
    /** @param {Answer} answer */
    add(answer) {
      waiting.delete(answer.item.id);
      waiting.set(answer.item.id, answer);
    },
    /** Writes what is waiting. Returns what to do once it is committed. */
    write() {
      const results = [...waiting].map(([id, answer]) => {
        const at = new Date(answer.saved.at);
        const ones = reported(answer).map((one) => edition.interaction(one, answer.seconds, at));
        return { id, answer, told: ones.map(write) };
      });
      return () => {
        const refused = results.filter(({ told }) => told.includes('refused'));
        waiting = new Map(refused.map(({ id, answer }) => [id, answer]));
        // Not tried again: it would be refused each time.
        complete &&= !results.some(({ told }) => told.includes('partly'));
      };
    },
    waiting: () => [...waiting.values()],
    /** Whether the platform stored all that was written. */
    complete: () => complete && !waiting.size,
  };
}
