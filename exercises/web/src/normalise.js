/** Twin of `exercises/normalise.py`; the parity test compares the two. */

/**
 * White space, and characters that Unicode calls default-ignorable, which may be pasted unseen.
 * Listed explicitly, because Python and JavaScript disagree on what these classes contain.
 */
export const UNSEEN = String.raw`\t-\r \x85\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;
const IGNORED = new RegExp(`[${UNSEEN}"'“”‘’「」『』]`, 'gu');
const EDGES = /^[,.;:!?、。]+|[,.;:!?、。]+$/gu;

/**
 * Normalises a typed answer for comparison.
 *
 * @param {string} text
 * @returns {string}
 */
export function normalise(text) {
  return text.normalize('NFKC').replace(IGNORED, '').replace(EDGES, '');
}
