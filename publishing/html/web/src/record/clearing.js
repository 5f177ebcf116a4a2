/** Clears items: their answers and everything else saved about them. */
import { read } from '../../../../../exercises/web/src/course-storage.js';
import { PARTS } from './parts.js';
import { readPart, writeEntries } from './record.js';

/** Parts that are cleared together with an item's answer. */
export const OF_ITEMS = Object.values(PARTS).filter((part) => part.of === 'item');

/** All items for which anything is saved. */
export function savedItems() {
  return [...new Set(OF_ITEMS.flatMap((part) => [...readPart(part).keys()]))];
}

/**
 * Returns what is saved about items, by entry name.
 *
 * @param {Iterable<string>} items
 * @returns {[string, string][]}
 */
export function entriesOf(items) {
  const names = [...items].flatMap((item) => OF_ITEMS.map(({ entry }) => entry + item));
  return names.flatMap((name) => {
    const text = read(name);
    return text === null ? [] : [/** @type {[string, string]} */ ([name, text])];
  });
}

/**
 * @param {[string, string][]} entries
 * @throws If the browser refuses.
 */
export function clearEntries(entries) {
  writeEntries(entries.map(([name]) => [name, null]));
}

/**
 * Restores cleared entries, except for items that have been answered again since.
 *
 * @param {[string, string][]} entries
 * @throws If the browser refuses to save; nothing is changed then.
 */
export function bringBack(entries) {
  writeEntries(entries.filter(([name]) => read(name) === null));
}
