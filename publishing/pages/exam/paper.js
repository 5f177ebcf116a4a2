/** Draws papers as chosen by the learner, and grades their answers. Pure functions. */
import { grade } from '../../../exercises/web/src/rubric.js';
import { draw, normaliseSeed } from '../../../exercises/web/src/sample.js';

/** @typedef {import('../../../exercises/web/src/sample.js').Plan & { group: string }} Plan */
/** @typedef {import('../../html/web/src/record/items.js').Item} Item */
/** @typedef {import('./records.js').Sitting} Sitting */
/** @typedef {import('./records.js').Result} Result */
/** @typedef {import('./records.js').Graded} Graded */

const CODE = /^([a-z][a-z0-9]*)-(.+)-([0-9a-f]{6})$/;

/** @param {Plan} plan */
export function sizeOf({ draws }) {
  return draws.reduce((sum, { items }) => sum + items, 0);
}

/** @param {Plan} plan */
export function totalOf({ draws }) {
  return draws.reduce((sum, { items, points }) => sum + items * points, 0);
}

/**
 * Interprets what was typed as a seed: a seed, the code of a paper, or nothing.
 *
 * @param {Plan[]} plans
 * @param {string} chosen Id of the chosen plan.
 * @param {string} typed
 * @returns {{ plan: Plan, seed: string, sameBook: boolean }} `sameBook` is false if the code is of
 * a
 *   paper from another version of the book.
 */
export function choose(plans, chosen, typed) {
  const text = normaliseSeed(typed);
  const [, id = '', seed = '', version = ''] = CODE.exec(text) ?? [];
  const named = plans.find((plan) => plan.id === id);
  if (named) return { plan: named, seed, sameBook: named.version === version };
  const plan = plans.find((one) => one.id === chosen) ?? /** @type {Plan} */ (plans[0]);
  return {
    plan,
    seed: text || String(100_000 + Math.floor(Math.random() * 900_000)),
    sameBook: true,
  };
}

/**
 * Draws a paper.
 *
 * @param {Plan} plan
 * @param {string} seed
 * @param {(ids: string[]) => Promise<Map<string, Item>>} load
 * @param {string} name
 * @returns {Promise<Sitting>}
 */
export async function drawSitting(plan, seed, load, name) {
  const drawn = draw(plan, seed);
  const items = await load(drawn.map(({ candidate }) => candidate.id));
  return {
    id: `${plan.id}-${Date.now().toString(36)}-${Math.floor(Math.random() * 2 ** 32).toString(36)}`,
    plan: plan.id,
    title: plan.title,
    seed,
    code: `${plan.id}-${seed}-${plan.version}`,
    name,
    started: Date.now(),
    items: drawn.map(({ candidate: { id }, points }) => ({
      id,
      version: items.get(id)?.version ?? '',
      points,
    })),
  };
}

/**
 * Checks whether a question is answered, at least in part.
 *
 * @param {Item} item
 * @param {Record<string, string>} response
 */
export function isAnswered(item, response) {
  return grade(item.rubric, response).state !== 'unanswered';
}

/**
 * Grades a sitting. Partial credit is rounded to the nearest half point, ties upwards.
 *
 * @param {Sitting} sitting
 * @param {Map<string, Item>} items
 * @param {(item: string) => Record<string, string>} responseTo
 * @param {number} seconds
 * @returns {Result}
 */
export function gradeSitting(sitting, items, responseTo, seconds) {
  const graded = sitting.items.map((asked) => {
    const response = responseTo(asked.id);
    const { rubric } = /** @type {Item} */ (items.get(asked.id));
    const { score, max, state } = grade(rubric, response);
    const halves = Math.floor((4 * asked.points * score + max) / (2 * max));
    return { ...asked, earned: halves / 2, state, response };
  });
  return { ...sitting, submitted: Date.now(), seconds, items: graded };
}

/**
 * @param {{ points: number, earned: number }[]} graded
 * @returns {{ earned: number, points: number }}
 */
export function sum(graded) {
  return graded.reduce(
    (all, one) => ({ earned: all.earned + one.earned, points: all.points + one.points }),
    { earned: 0, points: 0 },
  );
}

/**
 * Groups values by name, in the order in which names first occur.
 *
 * @template T
 * @param {T[]} list
 * @param {(one: T) => string} nameOf
 * @returns {[string, T[]][]}
 */
export function groupBy(list, nameOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const one of list) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups];
}
