/** Entries of the record: which part they belong to, and when they were saved. */
import { PARTS } from '../record/parts.js';
import { parseEntry } from '../record/record.js';

/** A number below this is not a recent time in milliseconds. */
const EARLIEST = 1e12;

/**
 * @param {string} name
 * @returns {import('../record/part.js').Part<any> | undefined}
 */
function partOf(name) {
  return Object.values(PARTS).find(({ entry }) => name.startsWith(entry));
}

/**
 * Returns when an entry was saved.
 *
 * @param {string} name
 * @param {string} text
 * @returns {number | null} `null` if it has no time, as settings or the place.
 */
export function momentOf(name, text) {
  const part = partOf(name);
  const entry = part && parseEntry(part, text);
  if (entry) return part.at(entry);
  try {
    const { submitted, at } = JSON.parse(text);
    return [submitted, at].find((moment) => Number.isFinite(moment) && moment > EARLIEST) ?? null;
  } catch {
    return null;
  }
}

/**
 * Describes a number of entries in words.
 *
 * @param {string[]} names
 * @returns {string[]} For example 3 条笔记.
 */
export function inWords(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) {
    const entry = partOf(name)?.entry ?? '';
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const others = counts.get('');
  counts.delete('');
  const parts = [...counts].map(([entry, count]) => partOf(entry)?.counted(count) ?? '');
  return others ? [...parts, `设置等 ${others} 项`] : parts;
}

/**
 * Merges entries into others; of two with the same name, the newer one is kept.
 *
 * @param {Map<string, string>} entries Modified.
 * @param {Map<string, string>} incoming
 * @param {(name: string, moment: number | null) => boolean} [wanted] Whether to add an entry that
 *   does not exist yet.
 * @returns {number} Number of entries that changed.
 */
export function takeNewer(entries, incoming, wanted = () => true) {
  let taken = 0;
  for (const [name, text] of incoming) {
    const own = entries.get(name);
    const moment = momentOf(name, text);
    const take =
      own === undefined
        ? wanted(name, moment)
        : own !== text && moment !== null && moment >= (momentOf(name, own) ?? 0);
    if (!take) continue;
    entries.set(name, text);
    taken += 1;
  }
  return taken;
}
