/**
 * Finds words in text regardless of punctuation: both are reduced to letters and digits, and a
 * match is mapped back to its position in the original text.
 */

const DROPPED = /[^\p{L}\p{N}+>]/u;

/**
 * A text prepared for searching.
 *
 * @typedef {{ text: string, bare: string, at: number[] }} Prepared `bare` is `text` without
 *   punctuation and spaces; `at[i]` is the position of its character `i` in `text`.
 */

/**
 * @param {string} text
 * @returns {Prepared}
 */
export function prepare(text) {
  let bare = '';
  /** @type {number[]} */
  const at = [];
  for (let i = 0; i < text.length; i++) {
    const written = /** @type {string} */ (text[i]);
    // Fast path: nearly all characters are in this range and need no normalisation.
    if (written >= '\u4e00' && written <= '\u9fff') {
      bare += written;
      at.push(i);
      continue;
    }
    const character = written.normalize('NFKC').toLowerCase();
    if (DROPPED.test(character)) continue;
    for (const unit of character) {
      bare += unit;
      at.push(i);
    }
  }
  return { text, bare, at };
}

/**
 * Splits a query at spaces into words, each without punctuation.
 *
 * @param {string} query
 * @param {Map<string, string>} [simplified] Simplified forms of traditional characters.
 * @returns {string[]}
 */
export function wordsOf(query, simplified = new Map()) {
  return query
    .split(/\s+/u)
    .map((word) => prepare(word).bare.replace(/./gu, (one) => simplified.get(one) ?? one))
    .filter(Boolean);
}

/**
 * Finds all occurrences of all words.
 *
 * @param {Prepared} prepared
 * @param {string[]} words
 * @returns {[number, number][]} Start and end in the original text, merged and in order; empty
 *   unless every word occurs.
 */
export function find(prepared, words) {
  /** @type {[number, number][]} */
  const places = [];
  for (const word of words) {
    let from = prepared.bare.indexOf(word);
    if (from < 0) return [];
    for (; from >= 0; from = prepared.bare.indexOf(word, from + 1)) {
      const start = /** @type {number} */ (prepared.at[from]);
      const end = /** @type {number} */ (prepared.at[from + word.length - 1]) + 1;
      places.push([start, end]);
    }
  }
  return merge(places);
}

/** @param {[number, number][]} places */
function merge(places) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of places.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
