/** Twin of `exercises/rubric.py`: looks up the outcome of each slot and adds up the points. */
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
  const outcomes = Object.fromEntries(slots.map(({ name, outcome }) => [name, outcome]));
  const score = Math.min(Math.max(total(rubric, outcomes), 0), rubric.max);
  return {
    score,
    max: rubric.max,
    state: score === rubric.max ? 'correct' : score ? 'partial' : 'wrong',
    summary: summarise(rubric, outcomes),
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
 * Adds up the points. Slots behind a gate count only if it is right, and never below 0.
 *
 * @param {import('./types.js').Rubric} rubric
 * @param {Record<string, import('./types.js').Outcome>} outcomes
 */
function total(rubric, outcomes) {
  const gates = Object.entries(rubric.gates);
  const gated = new Set(gates.flatMap(([, { opens }]) => opens));
  const ungated = Object.keys(outcomes).filter((name) => !gated.has(name));
  return gates
    .filter(([name]) => outcomes[name]?.mark === 'right')
    .reduce((sum, [, { opens }]) => sum + Math.max(sumOf(opens), 0), sumOf(ungated));

  /** @param {string[]} names */
  function sumOf(names) {
    return names.reduce((sum, name) => sum + (outcomes[name]?.points ?? 0), 0);
  }
}

/**
 * Words the result of each gate, then counts the marks of the other slots.
 *
 * @param {import('./types.js').Rubric} rubric
 * @param {Record<string, import('./types.js').Outcome>} outcomes
 */
function summarise(rubric, outcomes) {
  const gatePhrases = Object.entries(rubric.gates).map(
    ([name, { phrases }]) => phrases[outcomes[name]?.mark ?? 'none'] ?? '',
  );
  const rest = Object.entries(outcomes).filter(([name]) => !Object.hasOwn(rubric.gates, name));
  const counted = COUNTED.map((mark) => ({
    phrase: rubric.phrases[mark],
    n: rest.filter(([, outcome]) => outcome.mark === mark).length,
  }))
    .filter(({ phrase, n }) => phrase && n)
    .map(({ phrase, n }) => phrase?.replace('{n}', String(n)))
    .join('，');
  return [...gatePhrases, counted].filter(Boolean).join('；');
}
