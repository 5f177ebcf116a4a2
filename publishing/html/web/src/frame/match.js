/**
 * Finding words in text, whatever the punctuation: both sides are brought to letters and digits,
 * and a hit is traced back to where it stands in the text as shown.
 */

const DROPPED = /[^\p{L}\p{N}+>]/u;

/**
 * A text made ready to be searched.
 *
 * @typedef {{ text: string, bare: string, at: number[] }} Prepared `bare` is `text` without
 *   punctuation and spaces; `at[i]` is where its character `i` stands in `text`.
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
    // Nearly all are of these, and stay as they are.
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
 * Brings a query to the words that are looked for: separated by spaces, each without punctuation.
 *
 * @param {string} query
 * @param {Map<string, string>} [simplified] What the text has for a traditional character.
 * @returns {string[]}
 */
export function wordsOf(query, simplified = new Map()) {
  return query
    .split(/\s+/u)
    .map((word) => prepare(word).bare.replace(/./gu, (one) => simplified.get(one) ?? one))
    .filter(Boolean);
}

/**
 * Finds all places of all words.
 *
 * @param {Prepared} prepared
 * @param {string[]} words
 * @returns {[number, number][]} Start and end in the text as shown, merged and in order; empty
 *   unless every word is there.
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
