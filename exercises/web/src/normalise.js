/** Twin of `exercises/normalise.py`; the parity test holds the two together. */

const IGNORED = /[ \t\n\r\u3000\u200b"'“”‘’「」『』]/gu;
const EDGES = /^[,.;:!?、。]+|[,.;:!?、。]+$/gu;

/**
 * Brings a typed answer to the form in which answers are compared.
 *
 * @param {string} text
 * @returns {string}
 */
export function normalise(text) {
  return text.normalize('NFKC').replace(IGNORED, '').replace(EDGES, '');
}
