/**
 * The order of the steps, without DOM: initial shuffling, and the order that a response describes.
 */

/** @typedef {import('../../web/src/types.js').Response} Response */

/**
 * Returns the ids of the steps in the right order.
 *
 * @param {import('../../web/src/types.js').Rubric} rubric
 */
export function rightOrder({ slots }) {
  return Object.values(slots).map(
    ({ values }) => Object.entries(values).find(([, { points }]) => points > 0)?.[0] ?? '',
  );
}

/**
 * Rotates the steps if half of them or more are in their right places by chance.
 *
 * @template {{ id: string }} T
 * @param {T[]} drawn
 * @param {string[]} key
 */
export function unsettled(drawn, key) {
  const settled = drawn.filter(({ id }, i) => id === key[i]).length;
  return settled * 2 >= drawn.length ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
}

/**
 * Keeps the valid part of a response: steps of the item, each in one place only.
 *
 * @param {string[]} places
 * @param {Response} given
 * @param {string[]} ids
 * @returns {Response}
 */
export function soundResponse(places, given, ids) {
  /** @type {Response} */
  const sound = {};
  for (const place of places) {
    const id = given[place];
    if (id && ids.includes(id) && !Object.values(sound).includes(id)) sound[place] = id;
  }
  return sound;
}

/**
 * Puts the steps in the places of a response, and the others, in their order, in the free places.
 *
 * @param {string[]} places
 * @param {Response} response A valid response.
 * @param {string[]} ids
 * @returns {string[]}
 */
export function arranged(places, response, ids) {
  const placed = Object.values(response);
  const rest = ids.filter((id) => !placed.includes(id));
  return places.map((place) => response[place] ?? rest.shift() ?? '');
}
