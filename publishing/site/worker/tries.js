/**
 * How often a version could not be brought. A host that alters what it serves lets no version be
 * brought ever: each page view would load the whole course anew. Both the worker and the page ask
 * here whether it is time to try again; the page also tells its reader.
 */

/** @typedef {{ version: string, count: number, at: number }} Tries */

const HOUR = 3_600_000;
/** How long to wait after so many failures; the last holds for any more. */
const WAITS = [0, 0, 0, HOUR, 24 * HOUR];
/** After so many failures the reader is told. */
const GIVEN_UP = 3;

/** @param {string} own What the names of this course's caches begin with. */
const shelf = (own) => `${own}tries`;
/** A cache holds responses by addresses; this one is no file's. */
const NAME = '/offline-tries';

/**
 * @param {string} own
 * @returns {Promise<Tries | null>} `null` if nothing has failed, or nothing can be known.
 */
export async function readTries(own) {
  try {
    // To open a cache would make it.
    if (!(await caches.has(shelf(own)))) return null;
    return (await (await (await caches.open(shelf(own))).match(NAME))?.json()) ?? null;
  } catch {
    return null;
  }
}

/**
 * Counts a failure.
 *
 * @param {string} own
 * @param {string} version
 */
export async function noteFailure(own, version) {
  const before = await readTries(own);
  const count = before?.version === version ? before.count + 1 : 1;
  const tries = JSON.stringify({ version, count, at: Date.now() });
  await (await caches.open(shelf(own))).put(NAME, new Response(tries));
}

/**
 * @param {Tries | null} tries
 * @param {number} now
 */
export function isTooEarly(tries, now) {
  if (!tries) return false;
  const wait = WAITS[tries.count] ?? WAITS[WAITS.length - 1] ?? 0;
  // A moment in the future tells of a clock that was wrong.
  return tries.at <= now && now < tries.at + wait;
}

/** @param {Tries | null} tries */
export function isGivenUp(tries) {
  return (tries?.count ?? 0) >= GIVEN_UP;
}
