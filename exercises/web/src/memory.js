/**
 * Saving in the browser: one storage entry per item, so that two tabs never overwrite each other's
 * exercises. If storage is full, forbidden or broken, nothing is saved but the exercise works; the
 * reader is informed once.
 */
import { read, remove, write } from './course-storage.js';
import { merged } from './merge.js';
import { EXERCISE_ENTRY, readSaved } from './saved.js';
import { NOT_SAVED, UNREADABLE } from './words.js';

/**
 * Opens the browser's memory.
 *
 * @param {(message: string, item: string) => void} tell Informs the reader of a problem with an
 *   item.
 * @returns {import('./types.js').Memory}
 */
export function openMemory(tell) {
  /** @type {Set<string>} */
  const reported = new Set();
  /** @type {Map<string, string | null>} What this page last read or saved, by item. */
  const known = new Map();
  /**
   * @param {string} message
   * @param {string} item
   */
  const tellOnce = (message, item) => {
    if (!reported.has(message)) tell(message, item);
    reported.add(message);
  };
  /**
   * @template T
   * @param {string} item
   * @param {() => T} use
   * @param {T} fallback
   * @returns {T}
   */
  const guarded = (item, use, fallback) => {
    try {
      return use();
    } catch {
      tellOnce(NOT_SAVED, item);
      return fallback;
    }
  };
  /** @param {string} item */
  const before = (item) => known.get(item) ?? null;
  return {
    load(item) {
      const text = guarded(item, () => read(EXERCISE_ENTRY + item), null);
      known.set(item, text);
      if (text === null) return null;
      const saved = readSaved(text);
      if (saved === null) tellOnce(UNREADABLE, item);
      return saved;
    },
    hasChanged: (item) => guarded(item, () => read(EXERCISE_ENTRY + item) !== before(item), false),
    save(item, saved) {
      const put = () => {
        const stored = read(EXERCISE_ENTRY + item);
        const elsewhere = stored !== before(item);
        const kept = elsewhere
          ? merged(saved, readSaved(before(item) ?? ''), readSaved(stored ?? ''))
          : saved;
        const text = JSON.stringify(kept);
        write(EXERCISE_ENTRY + item, text);
        known.set(item, text);
        return kept;
      };
      return guarded(item, put, saved);
    },
    forget(item) {
      guarded(item, () => remove(EXERCISE_ENTRY + item), undefined);
      known.set(item, null);
    },
    seed: (item) => {
      const find = () => {
        const stored = read('seed');
        if (stored) return stored;
        const fresh = String(Math.floor(Math.random() * 2 ** 32));
        write('seed', fresh);
        return fresh;
      };
      return `${guarded(item, find, '0')}/${item}`;
    },
  };
}
