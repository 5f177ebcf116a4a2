/**
 * A reader's own order of options: random between readers, the same at each visit. Twin of
 * `exercises/papers/shuffle.py`, which names the sources of the algorithms.
 */

/**
 * Shuffles a list by a seed (Fisher–Yates over Mulberry32).
 *
 * @template T
 * @param {T[]} list
 * @param {string} seed
 * @returns {T[]} A new list.
 */
export function shuffle(list, seed) {
  const random = mulberry32(hash(seed));
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = /** @type {T} */ (shuffled[i]);
    shuffled[i] = /** @type {T} */ (shuffled[j]);
    shuffled[j] = held;
  }
  return shuffled;
}

/** @param {string} text FNV-1a over UTF-16 units. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** @param {number} state */
function mulberry32(state) {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
