/** Reads and writes what is saved about exercises, and loads the index of the book's exercises. */
import { names, read, remove, write } from '../../../../../exercises/web/src/course-storage.js';
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { loadData } from '../frame/load.js';
import answers from './answers-part.js';

/** @typedef {import('../../../../../exercises/web/src/types.js').Saved} Saved */
/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} kind
 * @property {string} number Such as 3-1.
 * @property {string} label The kind in Chinese.
 * @property {string} objective
 * @property {string} version
 * @property {boolean} ratesRecall Whether the answer is a self-rating of recall.
 * @typedef {{ page: string, title: string, objectives: Record<string, string>, items: Entry[] }} Chapter
 */

/**
 * Loads the index of the book's exercises.
 *
 * @returns {Promise<Chapter[]>}
 */
export async function loadIndex() {
  return /** @type {Chapter[]} */ ((await loadData('item-index.js')).itemIndex);
}

/**
 * Reads all saved entries of a part; damaged entries are left alone and omitted.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @returns {Map<string, T>} Entries by item; empty if storage is forbidden.
 */
export function readPart(part) {
  /** @type {Map<string, T>} */
  const entries = new Map();
  try {
    for (const name of names(part.entry)) take(part, name, entries);
  } catch {
    // Nothing can be saved here, so there is nothing to read.
  }
  return entries;
}

/**
 * Reads all saved entries of a part as `readPart` does, in small slices.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @returns {Promise<Map<string, T>>}
 */
export async function readPartInSlices(part) {
  /** @type {Map<string, T>} */
  const entries = new Map();
  try {
    await eachInSlices(names(part.entry), (name) => take(part, name, entries));
  } catch {
    // As above.
  }
  return entries;
}

/**
 * Adds one saved entry to those of its part, if it is valid.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @param {string} name
 * @param {Map<string, T>} entries
 */
function take(part, name, entries) {
  const entry = parseEntry(part, read(name));
  if (entry) entries.set(name.slice(part.entry.length), entry);
}

/**
 * Parses one entry.
 *
 * @template T
 * @param {import('./part.js').Part<T>} part
 * @param {string | null} text
 * @returns {T | null} `null` if it is invalid.
 */
export function parseEntry(part, text) {
  try {
    return part.check(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

/** Reads all answers. */
export function readRecord() {
  return readPart(answers);
}

/** Reads all answers, in small slices. */
export function readRecordInSlices() {
  return readPartInSlices(answers);
}

/**
 * Replaces entries in storage, all or none.
 *
 * @param {Iterable<[string, string | null]>} entries Names and texts; `null` removes one.
 * @throws If the browser refuses to save; nothing is changed then.
 */
export function writeEntries(entries) {
  /** @type {[string, string | null][]} */
  const before = [];
  try {
    for (const [name, text] of entries) {
      before.push([name, read(name)]);
      put(name, text);
    }
  } catch (error) {
    for (const [name, text] of before.reverse()) put(name, text);
    throw error;
  }
}

/**
 * @param {string} name
 * @param {string | null} text
 */
function put(name, text) {
  if (text === null) remove(name);
  else write(name, text);
}

/**
 * Returns the state of an exercise for this learner.
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
