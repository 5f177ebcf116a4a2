/** What is saved of all exercises, and which exercises the book has. */
import { key, PREFIX, readSaved } from '../../../../exercises/web/src/saved.js';
import { make } from './dom.js';

/** @typedef {import('../../../../exercises/web/src/types.js').Saved} Saved */
/**
 * @typedef {{ id: string, number: string, label: string, objective: string, version: string }} Entry
 * @typedef {{ page: string, title: string, objectives: Record<string, string>, items: Entry[] }} Chapter
 */

const root = document.documentElement.dataset.root ?? '';
const ENTRY = `${PREFIX}exercise:`;

/**
 * Loads the list of the book's exercises; a script tag also works from `file://`.
 *
 * @returns {Promise<Chapter[]>}
 */
export function loadIndex() {
  return new Promise((resolve, reject) => {
    const script = make('script', { src: `${root}_static/item-index.js` });
    script.addEventListener('load', () => {
      resolve(/** @type {{ itemIndex: Chapter[] }} */ (/** @type {unknown} */ (window)).itemIndex);
    });
    script.addEventListener('error', () => reject(new Error('item-index.js')));
    document.head.append(script);
  });
}

/**
 * Reads everything saved; damaged entries are left alone and left out.
 *
 * @returns {Map<string, Saved>} Saved entry by item; empty where storage is forbidden.
 */
export function readRecord() {
  /** @type {Map<string, Saved>} */
  const record = new Map();
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const name = localStorage.key(i) ?? '';
      const saved = name.startsWith(ENTRY) ? readSaved(localStorage.getItem(name) ?? '') : null;
      if (saved) record.set(name.slice(ENTRY.length), saved);
    }
  } catch {
    // Nothing can be remembered here, so there is nothing to show.
  }
  return record;
}

/**
 * Replaces entries; `null` removes one.
 *
 * @param {Iterable<[string, Saved | null]>} entries
 * @throws If the browser refuses to save; nothing is changed then.
 */
export function writeEntries(entries) {
  const before = readRecord();
  /** @type {string[]} */
  const written = [];
  try {
    for (const [item, saved] of entries) {
      written.push(item);
      if (saved) localStorage.setItem(key(item), JSON.stringify(saved));
      else localStorage.removeItem(key(item));
    }
  } catch (error) {
    for (const item of written) {
      const old = before.get(item);
      if (old) localStorage.setItem(key(item), JSON.stringify(old));
      else localStorage.removeItem(key(item));
    }
    throw error;
  }
}

/**
 * How an exercise of the book stands with this learner.
 *
 * @param {Entry} entry
 * @param {Map<string, Saved>} record
 * @returns {'new' | 'stale' | 'right' | 'redo'}
 */
export function standing({ id, version }, record) {
  const saved = record.get(id);
  if (!saved || saved.attempts === 0) return 'new';
  if (saved.version !== version) return 'stale';
  return saved.state === 'correct' ? 'right' : 'redo';
}
