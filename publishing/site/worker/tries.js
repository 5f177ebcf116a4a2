/**
 * Counts failed attempts to load a version. If a host alters what it serves, no version can ever
 * be loaded, and each page view would load the whole course again. So the worker and the page
 * check here whether to try again; the page also informs its reader.
 */

/** @typedef {{ version: string, count: number, at: number }} Tries */

const HOUR = 3_600_000;
/** Time to wait after this many failures; the last value applies to any more. */
const WAITS = [0, 0, 0, HOUR, 24 * HOUR];
/** Number of failures after which the reader is informed. */
const GIVEN_UP = 3;

/** @param {string} own Prefix of this course's cache names. */
const shelf = (own) => `${own}tries`;
/** Key of the entry in the cache; caches are keyed by address, and this is no file's. */
const NAME = '/offline-tries';

/**
 * @param {string} own
 * @returns {Promise<Tries | null>} `null` if nothing has failed or caches are unavailable.
 */
export async function readTries(own) {
  try {
    // caches.open() would create the cache.
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
  // A time in the future means that the clock was wrong.
  return tries.at <= now && now < tries.at + wait;
}

/** @param {Tries | null} tries */
export function isGivenUp(tries) {
  return (tries?.count ?? 0) >= GIVEN_UP;
}
