/**
 * The reader's marks and notes: one entry per sentence, named after its anchor. A note on a
 * paragraph is saved with the first sentence of the block above it. If it is removed, an empty
 * entry remains, so that importing an older file does not restore it.
 */
import { read, write } from '../../../exercises/web/src/course-storage.js';
import { LATEST } from '../../../exercises/web/src/saved.js';
import { conforms } from '../../../exercises/web/src/shape.js';

/** @typedef {{ marked: boolean, note: string, at: number }} Note */

export const NOTE_ENTRY = 'note:';
/** Longer than any note, but short enough for storage to hold hundreds. */
export const LONGEST = 2000;

/** @type {import('../../../exercises/web/src/shape.js').Schema} */
export const NOTE = {
  type: 'object',
  required: ['marked', 'note', 'at'],
  properties: {
    marked: { type: 'boolean' },
    note: { type: 'string', maxLength: LONGEST },
    at: { type: 'number', minimum: 0, maximum: LATEST },
  },
  additionalProperties: false,
};

/**
 * @param {any} value Untrusted.
 * @returns {Note | null}
 */
export function checkNote(value) {
  if (!conforms(NOTE, value)) return null;
  const { marked, note, at } = value;
  return { marked, note, at };
}

/**
 * @param {string} sentence
 * @returns {Note} An empty note if no valid entry is saved.
 */
export function readNote(sentence) {
  try {
    const note = checkNote(JSON.parse(read(NOTE_ENTRY + sentence) ?? ''));
    if (note) return note;
  } catch {
    // Storage is forbidden, or the entry is absent or damaged.
  }
  return { marked: false, note: '', at: 0 };
}

/**
 * @param {string} sentence
 * @param {Partial<Note>} changes
 * @returns {boolean} Whether the browser saved it.
 */
export function writeNote(sentence, changes) {
  try {
    const note = { ...readNote(sentence), ...changes, at: Date.now() };
    write(NOTE_ENTRY + sentence, JSON.stringify(note));
    return true;
  } catch {
    return false;
  }
}
