/**
 * A learner's session: loads the platform's data into the store that the pages use, and saves what
 * the pages store to the platform, after a short delay and at the latest when the page is closed.
 */
import { localCopy } from './local.js';
import { PAPER, takePaper } from './outcome.js';
import { restore, takeOver } from './restoring.js';
import { Saver } from './saver.js';
import * as words from './session-words.js';
import { stopwatch } from './stopwatch.js';
import { submission } from './submission.js';
import { withAnswers } from './waiting.js';
import { onlyWindow } from './windows.js';

/** Delay in milliseconds before a change is saved; text being typed changes often. */
const SOON = 2000;
const AT_ONCE = 300;

/** @typedef {import('./types.js').Session} Session */

/**
 * @param {import('./types.js').CoursePackage} course
 * @param {import('./types.js').Platform} platform
 * @param {import('./held-store.js').HeldStore} store
 * @param {ReturnType<typeof import('./frame.js').courseFrame>} frame
 * @param {ReturnType<typeof import('./status.js').statusLine>} status
 */
export async function startSession(course, platform, store, frame, status) {
  const held = await platform.open();
  const copy = localCopy(course.course, held.learner, course.items);
  /** @type {Session} */
  const session = { course, platform, store, copy, frame, status, clock: stopwatch() };
  const saver = new Saver(session);
  saver.note = restore(session, held.data);
  followLearner(session, saver);
  followPage(saver);
  followWindows(session, saver, held.learner);
  frame.open(course.pages.includes(held.place.split('#')[0] ?? '') ? held.place : course.first);
  await saver.save();
}

/**
 * Saves what the learner does.
 *
 * @param {Session} session
 * @param {Saver} saver
 */
function followLearner({ course, platform, store, frame, status, clock }, saver) {
  store.changed = (name, text, before) => {
    if (saver.ended) return;
    const submitted = submission(course.items, name, text, before);
    if (submitted) platform.answered({ ...submitted, seconds: clock.lap() });
    saver.soon(submitted ? AT_ONCE : SOON);
  };
  frame.onPage(() => saver.soon(AT_ONCE));
  frame.onPaper((result) => {
    const best = takePaper(result, store.entries.get(PAPER) ?? null, course.rule);
    if (best) store.setItem(PAPER, best);
    saver.soon(AT_ONCE);
  });
  status.again.addEventListener('click', () => saver.save());
}

/**
 * Saves while the page can still do so.
 *
 * @param {Saver} saver
 */
function followPage(saver) {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.save();
  });
  addEventListener('pagehide', () => saver.end());
  addEventListener('pageshow', ({ persisted }) => {
    // Restored from the back-forward cache, but the session has ended: only a new one can save.
    if (persisted) location.reload();
  });
}

/**
 * Ends when another window opens the course, and continues what an earlier one ended.
 *
 * @param {Session} session
 * @param {Saver} saver
 * @param {string} learner
 */
function followWindows(session, saver, learner) {
  const { course, platform, store, frame, status } = session;
  const handOver = () => {
    saver.end();
    frame.close(words.ELSEWHERE);
    status.tell('');
    return withAnswers(store.entries, platform.waiting());
  };
  onlyWindow(`course:${course.course}:${learner}`, handOver, (entries) => {
    if (takeOver(session, entries)) frame.reload();
    saver.note = [words.HANDED_OVER];
    saver.soon(AT_ONCE);
  });
}
