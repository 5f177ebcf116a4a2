/**
 * Remembering in the browser: one entry of its storage an item, so that two tabs never overwrite
 * each other's exercises. Storage that is full, forbidden or broken costs the memory, not the
 * exercise, and the reader is told once.
 */
import { read, remove, write } from './course-storage.js';
import { EXERCISE_ENTRY, readSaved } from './saved.js';
import { NOT_SAVED, UNREADABLE } from './words.js';

/**
 * Opens the browser's memory.
 *
 * @param {(message: string, item: string) => void} tell Tells the reader of a trouble with an
 *   item.
 * @returns {import('./types.js').Memory}
 */
export function openMemory(tell) {
  /** @type {Set<string>} */
  const told = new Set();
  /**
   * @param {string} message
   * @param {string} item
   */
  const tellOnce = (message, item) => {
    if (!told.has(message)) tell(message, item);
    told.add(message);
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
  return {
    load(item) {
      const text = guarded(item, () => read(EXERCISE_ENTRY + item), null);
      if (text === null) return null;
      const saved = readSaved(text);
      if (saved === null) tellOnce(UNREADABLE, item);
      return saved;
    },
    save: (item, saved) =>
      guarded(item, () => write(EXERCISE_ENTRY + item, JSON.stringify(saved)), undefined),
    forget: (item) => guarded(item, () => remove(EXERCISE_ENTRY + item), undefined),
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
