/**
 * Packs the record into one short string for the platform: SCORM 1.2 stores 4,096 characters, a
 * tenth of a diligent learner's record. Answers are encoded as indices into their items' lists of
 * values, by column, and compressed. If that is still too long, the oldest details are dropped
 * first, and the caller learns which.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';
import { fromRows, toRow, toRows } from './rows.js';

/** Prefix of this format's version; another format must have another one. */
const FORM = '1';
const LEVEL = 9;

/**
 * @typedef {import('./types.js').PackedItem} PackedItem
 * @typedef {object} Packed
 * @property {string} text
 * @property {string[]} kept Names of entries that are complete.
 * @property {string[]} shortened Names of entries of which only the result is stored.
 * @property {string[]} dropped Names of entries that are not stored.
 */

/**
 * Packs entries.
 *
 * @param {Map<string, string>} entries
 * @param {PackedItem[]} items
 * @param {number} room Maximum number of characters.
 * @param {(name: string, text: string) => number | null} momentOf Returns when an entry was saved.
 * @returns {Packed}
 */
export function pack(entries, items, room, momentOf) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const all = [...entries].map(([name, text]) => {
    const item = name.startsWith(EXERCISE_ENTRY) && byId.get(name.slice(EXERCISE_ENTRY.length));
    const saved = item && readSaved(text);
    const row = item && saved && saved.version === item.version ? toRow(item, saved) : null;
    return { name, text, row, moment: momentOf(name, text) };
  });
  const steps = stepsOf(all);
  /** @param {number} count Number of steps to take. */
  const attempt = (count) => {
    const without = new Set(steps.slice(0, count).map(({ name, what }) => `${what} ${name}`));
    const left = all.filter(({ name }) => !without.has(`entry ${name}`));
    const rows = left.flatMap(({ name, row }) =>
      row ? [without.has(`answer ${name}`) ? { ...row, response: null } : row] : [],
    );
    const others = left.filter(({ row }) => !row).map(({ name, text }) => [name, text]);
    const shortened = left.filter(({ name }) => without.has(`answer ${name}`));
    const data = {
      t: Date.now(),
      ...(count ? { d: count } : {}),
      ...toRows(rows, items),
      o: Object.fromEntries(others),
    };
    return {
      text: FORM + encode(JSON.stringify(data)),
      kept: left.map(({ name }) => name).filter((name) => !without.has(`answer ${name}`)),
      shortened: shortened.map(({ name }) => name),
      dropped: all.map(({ name }) => name).filter((name) => without.has(`entry ${name}`)),
    };
  };
  // Each step makes the text shorter, give or take a few characters: search for the smallest
  // number.
  let [low, high] = [0, steps.length];
  let best = attempt(0);
  if (best.text.length <= room) return best;
  while (low < high) {
    const middle = (low + high) >> 1;
    best = attempt(middle);
    if (best.text.length <= room) high = middle;
    else low = middle + 1;
  }
  return attempt(high);
}

/**
 * Lists reductions in the order in which they are made: details of answers and dated entries,
 * oldest first; then undated entries, longest first; then the results of answers.
 *
 * @param {{ name: string, text: string, row: object | null, moment: number | null }[]} all
 */
function stepsOf(all) {
  const aged = all
    .filter(({ moment }) => moment !== null)
    .sort((a, b) => /** @type {number} */ (a.moment) - /** @type {number} */ (b.moment));
  const undated = all.filter(({ moment }) => moment === null);
  undated.sort((a, b) => b.text.length - a.text.length);
  return [
    ...aged.map(({ name, row }) => ({ name, what: row ? 'answer' : 'entry' })),
    ...undated.map(({ name }) => ({ name, what: 'entry' })),
    ...aged.filter(({ row }) => row).map(({ name }) => ({ name, what: 'entry' })),
  ];
}

/**
 * Unpacks a string, without trusting it.
 *
 * @param {string} text
 * @param {PackedItem[]} items
 * @returns {{ entries: Map<string, string>, at: number, whole: boolean, unknown: number } | null}
 *   When it was packed, whether it is complete, and the number of answers to items that the course
 no
 *   longer has; `null` if it is not in this format.
 */
export function unpack(text, items) {
  if (!text.startsWith(FORM)) return null;
  try {
    const { t, d = 0, o, ...columns } = JSON.parse(decode(text.slice(FORM.length)));
    const { entries, unknown } = fromRows(columns, items);
    for (const [name, value] of Object.entries(o)) {
      if (typeof value === 'string') entries.set(name, value);
    }
    return { entries, at: Number(t) || 0, whole: !d, unknown };
  } catch {
    return null;
  }
}

/** @param {string} text */
function encode(text) {
  return btoa(strFromU8(deflateSync(strToU8(text), { level: LEVEL }), true)).replaceAll('=', '');
}

/** @param {string} text */
function decode(text) {
  return strFromU8(inflateSync(strToU8(atob(text), true)));
}
