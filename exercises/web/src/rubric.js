/** Twin of `exercises/rubric.py`: looks up what each slot earns and adds it up. */
import { normalise } from './normalise.js';

/** @type {import('./types.js').Mark[]} */
const COUNTED = ['right', 'wrong', 'missed'];

/**
 * Grades a response.
 *
 * @param {import('./types.js').Rubric} rubric
 * @param {Record<string, unknown>} response
 * @returns {import('./types.js').Grade}
 */
export function grade(rubric, response) {
  const slots = Object.entries(rubric.slots).map(([name, slot]) => {
    const value = given(Object.hasOwn(response, name) ? response[name] : undefined);
    return { name, value, outcome: lookUp(slot, value) };
  });
  if (slots.every(({ value }) => value === null)) {
    return { score: 0, max: rubric.max, state: 'unanswered', summary: '', slots: [] };
  }
  const total = slots.reduce((sum, { outcome }) => sum + outcome.points, 0);
  const score = Math.min(Math.max(total, 0), rubric.max);
  return {
    score,
    max: rubric.max,
    state: score === rubric.max ? 'correct' : score ? 'partial' : 'wrong',
    summary: summarise(
      rubric,
      slots.map(({ outcome }) => outcome.mark),
    ),
    slots: slots
      .filter(({ outcome }) => outcome.mark !== 'none')
      .map(({ name, outcome }) => ({ slot: name, mark: outcome.mark, feedback: outcome.feedback })),
  };
}

/**
 * @param {import('./types.js').Slot} slot
 * @param {string | null} value
 */
function lookUp(slot, value) {
  if (value === null) return slot.absent;
  const key = slot.typed ? normalise(value) : value;
  // `hasOwn`: a learner may type "constructor".
  return (Object.hasOwn(slot.values, key) && slot.values[key]) || slot.other;
}

/**
 * @param {unknown} value
 * @returns {string | null}
 */
function given(value) {
  return typeof value === 'string' && normalise(value) ? value : null;
}

/**
 * @param {import('./types.js').Rubric} rubric
 * @param {import('./types.js').Mark[]} marks
 */
function summarise(rubric, marks) {
  return COUNTED.map((mark) => ({
    phrase: rubric.phrases[mark],
    n: marks.filter((other) => other === mark).length,
  }))
    .filter(({ phrase, n }) => phrase && n)
    .map(({ phrase, n }) => phrase?.replace('{n}', String(n)))
    .join('，');
}
