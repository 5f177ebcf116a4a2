/**
 * A visit of the reader's: pages and windows, one after the other or side by side, until nothing
 * was done for half an hour. A page cannot tell whether the reader leaves the course or turns to
 * its next page: so the end of a visit is known only when the next one begins.
 */
import { read, remove, write } from '../../../../../exercises/web/src/course-storage.js';
import { OWN } from './choice.js';

const NAME = `${OWN}:visit`;
const PAUSE = 30 * 60 * 1000;

/** @typedef {{ at: number, seconds: number }} Visit When it was last seen, and how long it is. */

/** @returns {Visit | null} */
function kept() {
  try {
    const { at, seconds } = JSON.parse(read(NAME) ?? 'null');
    return Number.isFinite(at) && Number.isFinite(seconds) && seconds >= 0 ? { at, seconds } : null;
  } catch {
    return null;
  }
}

/** @param {Visit} visit */
function keep(visit) {
  try {
    write(NAME, JSON.stringify(visit));
  } catch {
    // Full: the visit ends a little too early.
  }
}

/**
 * Begins a visit, unless one goes on.
 *
 * @param {number} now
 * @returns {{ begins: boolean, ended: Visit | null }} `ended`: the one before.
 */
export function enter(now) {
  const before = kept();
  // One that was last seen in the future is of a clock that was wrong.
  if (before && before.at <= now && now - before.at < PAUSE) return { begins: false, ended: null };
  keep({ at: now, seconds: 0 });
  return { begins: true, ended: before && before.at <= now ? before : null };
}

/**
 * Notes that the visit goes on.
 *
 * @param {number} now
 * @param {number} seconds Those on the screen since it was last noted.
 * @returns {number} The seconds of the visit.
 */
export function goOn(now, seconds) {
  const whole = (kept()?.seconds ?? 0) + seconds;
  keep({ at: now, seconds: whole });
  return whole;
}

/** Forgets the visit. */
export function forget() {
  remove(NAME);
}
