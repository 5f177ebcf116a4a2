/**
 * What a reader marks and notes: one entry a sentence, by its anchor. A note to a paragraph is kept
 * with the first sentence of the piece that it stands below. What was taken back stays as an empty
 * entry, so that an older file does not bring it in again.
 */
import { read, write } from '../../../exercises/web/src/course-storage.js';
import { LATEST } from '../../../exercises/web/src/saved.js';
import { conforms } from '../../../exercises/web/src/shape.js';

/** @typedef {{ marked: boolean, note: string, at: number }} Note */

export const NOTE_ENTRY = 'note:';
/** Longer than any note, and short enough for hundreds of them. */
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
 * @param {any} value Of unknown origin.
 * @returns {Note | null}
 */
export function checkNote(value) {
  if (!conforms(NOTE, value)) return null;
  const { marked, note, at } = value;
  return { marked, note, at };
}

/**
 * @param {string} sentence
 * @returns {Note} An empty one where nothing, or nothing sound, is kept.
 */
export function readNote(sentence) {
  try {
    const note = checkNote(JSON.parse(read(NOTE_ENTRY + sentence) ?? ''));
    if (note) return note;
  } catch {
    // Forbidden, absent or damaged.
  }
  return { marked: false, note: '', at: 0 };
}

/**
 * @param {string} sentence
 * @param {Partial<Note>} changes
 * @returns {boolean} Whether the browser kept it.
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
