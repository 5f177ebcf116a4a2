/** The order of the steps, without the page: how they are drawn, and what a response makes of it. */

/** @typedef {import('../../web/src/types.js').Response} Response */

/**
 * Gives the ids of the steps in the right order.
 *
 * @param {import('../../web/src/types.js').Rubric} rubric
 */
export function rightOrder({ slots }) {
  return Object.values(slots).map(
    ({ values }) => Object.entries(values).find(([, { points }]) => points > 0)?.[0] ?? '',
  );
}

/**
 * Sees that what is drawn is not near to right by chance.
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
 * Takes from a response what is sound: a step stands in one place only, and what is no step of the
 * item stands in none.
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
 * Puts the steps in the places of a response, and the others, in their order, where there is room.
 *
 * @param {string[]} places
 * @param {Response} response A sound one.
 * @param {string[]} ids
 * @returns {string[]}
 */
export function arranged(places, response, ids) {
  const placed = Object.values(response);
  const rest = ids.filter((id) => !placed.includes(id));
  return places.map((place) => response[place] ?? rest.shift() ?? '');
}
