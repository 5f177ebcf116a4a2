/** Converts a submission to interactions, as defined by SCORM and xAPI. */
import { normalise } from '../../../../../exercises/web/src/normalise.js';

/**
 * @typedef {import('./types.js').Interaction} Interaction
 * @typedef {object} Reported
 * @property {string} id
 * @property {Interaction['type']} type
 * @property {string[]} response The codes, or one text.
 * @property {string[]} right
 * @property {'correct' | 'wrong' | 'neutral' | number} result A number is the share of the points.
 */

/**
 * @param {import('./types.js').Answer} answer
 * @returns {Reported[]}
 */
export function reported({ item, saved }) {
  const { interactions, id, max } = item;
  return interactions.map((one) => {
    const response = responseOf(one, saved.response);
    const whole = interactions.length === 1 && one.type !== 'likert';
    return {
      id: id + one.suffix,
      type: one.type,
      response,
      right: one.right,
      result: whole ? resultOf(saved.score, max) : compared(one, response),
    };
  });
}

/** @param {number} score @param {number} max */
function resultOf(score, max) {
  if (score >= max) return 'correct';
  return score > 0 ? Math.round((score / max) * 100) / 100 : 'wrong';
}

/** @param {Interaction} one @param {string[]} response */
function compared({ type, right }, response) {
  // There is no right answer, or the learner rated it.
  if (!right.length) return 'neutral';
  const same =
    type === 'fill-in'
      ? right.includes(normalise(response[0] ?? ''))
      : right.length === response.length && right.every((code) => response.includes(code));
  return same ? 'correct' : 'wrong';
}

/**
 * @param {Interaction} one
 * @param {Record<string, string>} response
 */
function responseOf({ slots, codes }, response) {
  return Object.entries(slots).flatMap(([slot, left]) => {
    const value = response[slot];
    if (value === undefined) return [];
    const code = codes[slot] ? codes[slot][value] : value;
    if (code === undefined) return [];
    return [left ? `${left}.${code}` : code];
  });
}
