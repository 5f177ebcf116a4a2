/** Converts answers to rows, and rows to columns, since similar values compress well together. */
import { EXERCISE_ENTRY, readSaved, STATES } from '../../../../../exercises/web/src/saved.js';

/** @typedef {import('./types.js').PackedItem} PackedItem */
/** @typedef {import('./types.js').Saved} Saved */

const NONE = '.';
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const MINUTE = 60_000;

/**
 * @typedef {string | [string, ...string[]] | Record<string, string> | null} Coded A response: one
 *   character per slot with a list of values, followed by typed texts; unchanged if that is not
 *   possible; `null` if only the result is stored.
 * @typedef {object} Row
 * @property {PackedItem} item
 * @property {Coded} response
 * @property {Saved} saved
 * @typedef {{ k: string, r: Coded[], s: string, f: string, v: string, a: number[], p: number[],
 *   m: number[] }} Columns Keys, responses, states, first verdicts, whether revealed, attempts,
 *   scores, and minutes since the row before.
 */

/** @param {PackedItem} item @param {Saved} saved @returns {Row} */
export function toRow(item, saved) {
  return { item, saved, response: coded(item, saved.response) };
}

/** @param {Row[]} rows @param {PackedItem[]} items @returns {Columns} In the items' order. */
export function toRows(rows, items) {
  const order = new Map(items.map(({ id }, place) => [id, place]));
  const sorted = [...rows].sort(
    (a, b) => (order.get(a.item.id) ?? 0) - (order.get(b.item.id) ?? 0),
  );
  const minutes = sorted.map(({ saved }) => Math.ceil(saved.at / MINUTE));
  /** @param {(saved: Saved) => string} one */
  const joined = (one) => sorted.map(({ saved }) => one(saved)).join('');
  return {
    k: sorted.map(({ item }) => item.key).join(''),
    r: sorted.map(({ response }) => response),
    s: joined(({ state }) => String(STATES.indexOf(state))),
    f: joined(({ first }) => (first ? String(STATES.indexOf(first)) : NONE)),
    v: joined(({ revealed }) => (revealed ? '1' : '0')),
    a: sorted.map(({ saved }) => saved.attempts),
    p: sorted.map(({ saved }) => saved.score),
    m: minutes.map((minute, place) => minute - (minutes[place - 1] ?? 0)),
  };
}

/**
 * @param {any} columns Untrusted.
 * @param {PackedItem[]} items
 * @returns {{ entries: Map<string, string>, unknown: number }}
 */
export function fromRows({ k, r, s, f, v, a, p, m }, items) {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const length = r.length ? k.length / r.length : 1;
  const entries = new Map();
  let unknown = 0;
  let minute = 0;
  for (let row = 0; row < r.length; row += 1) {
    minute += m[row];
    const item = byKey.get(k.slice(row * length, (row + 1) * length));
    const saved = item && {
      version: item.version,
      response: decoded(item, r[row]),
      state: STATES[Number(s[row])],
      score: p[row],
      attempts: a[row],
      revealed: v[row] === '1',
      first: f[row] === NONE ? '' : STATES[Number(f[row])],
      at: minute * MINUTE,
    };
    const text = saved && JSON.stringify(saved);
    if (text && readSaved(text)) entries.set(EXERCISE_ENTRY + item.id, text);
    else unknown += 1;
  }
  return { entries, unknown };
}

/**
 * @param {PackedItem} item
 * @param {Record<string, string>} response
 * @returns {Coded}
 */
function coded({ slots }, response) {
  let codes = '';
  /** @type {string[]} */
  const typed = [];
  const known = new Set(slots.map(([name]) => name));
  let whole = Object.keys(response).every((name) => known.has(name));
  for (const [name, values] of slots) {
    const value = response[name];
    if (values === null) typed.push(value ?? '');
    else if (value === undefined) codes += NONE;
    else {
      const digit = DIGITS[values.indexOf(value)];
      if (digit === undefined) whole = false;
      codes += digit;
    }
  }
  if (!whole) return response;
  return typed.length ? [codes, ...typed] : codes;
}

/**
 * @param {PackedItem} item
 * @param {Coded} given
 * @returns {Record<string, string>}
 */
function decoded({ slots }, given) {
  if (given === null) return {};
  if (typeof given === 'object' && !Array.isArray(given)) return given;
  const [codes, ...typed] = Array.isArray(given) ? given : [given];
  const digits = [...codes];
  /** @type {Record<string, string>} */
  const response = {};
  for (const [name, values] of slots) {
    const value = values === null ? typed.shift() : values[DIGITS.indexOf(digits.shift() ?? '')];
    if (value) response[name] = value;
  }
  return response;
}
