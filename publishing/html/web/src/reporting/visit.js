/**
 * A visit of the reader: a sequence of pages and windows, until nothing was done for half an hour.
 * A page cannot know whether the reader leaves the course or goes to the next page, so the end of a
 * visit is only known when the next one begins.
 */
import { read, remove, write } from '../../../../../exercises/web/src/course-storage.js';
import { OWN } from './choice.js';

const NAME = `${OWN}:visit`;
const PAUSE = 30 * 60 * 1000;

/** @typedef {{ at: number, seconds: number }} Visit When it was last active, and its duration. */

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
    // Storage is full: the visit will seem to end a little too early.
  }
}

/**
 * Begins a visit, unless one is still active.
 *
 * @param {number} now
 * @returns {{ begins: boolean, ended: Visit | null }} `ended`: the previous one.
 */
export function enter(now) {
  const before = kept();
  // A visit last active in the future was saved by a clock that was wrong.
  if (before && before.at <= now && now - before.at < PAUSE) return { begins: false, ended: null };
  keep({ at: now, seconds: 0 });
  return { begins: true, ended: before && before.at <= now ? before : null };
}

/**
 * Records that the visit continues.
 *
 * @param {number} now
 * @param {number} seconds Visible time since the last call.
 * @returns {number} Duration of the visit in seconds.
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
