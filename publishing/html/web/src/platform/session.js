/**
 * A learner's session: loads the platform's data into the store that the pages use, and saves what
 * the pages store to the platform, after a short delay and at the latest when the page is closed.
 */
import { momentOf, takeNewer } from './entries.js';
import { localCopy } from './local.js';
import { outcome, PAPER, takePaper } from './outcome.js';
import { pack, unpack } from './packing.js';
import * as words from './session-words.js';
import { stopwatch } from './stopwatch.js';
import { submission } from './submission.js';
import { onlyWindow } from './windows.js';

/** Delay in milliseconds before a change is saved; text being typed changes often. */
const SOON = 2000;
const AT_ONCE = 300;

/**
 * @param {import('./types.js').CoursePackage} course
 * @param {import('./types.js').Platform} platform
 * @param {import('./held-store.js').HeldStore} store
 * @param {ReturnType<typeof import('./frame.js').courseFrame>} frame
 * @param {ReturnType<typeof import('./status.js').statusLine>} status
 */
export async function startSession(course, platform, store, frame, status) {
  const { items, rule } = course;
  const held = await platform.open();
  const copy = localCopy(course.course, held.learner, items);
  const clock = stopwatch();
  /** @type {import('./types.js').Answer[]} */
  let waiting = [];
  let detailed = true;
  let ended = false;
  let timer = 0;
  let note = restore();

  store.changed = (name, text, before) => {
    if (ended) return;
    const submitted = submission(items, name, text, before);
    if (submitted) waiting.push({ ...submitted, seconds: clock.lap() });
    soon(submitted ? AT_ONCE : SOON);
  };
  frame.onPage(() => soon(AT_ONCE));
  frame.onPaper((result) => {
    const best = takePaper(result, store.entries.get(PAPER) ?? null, rule);
    if (best) store.setItem(PAPER, best);
    soon(AT_ONCE);
  });
  status.again.addEventListener('click', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  addEventListener('pagehide', () => end());
  addEventListener('pageshow', ({ persisted }) => {
    // Restored from the back-forward cache, but the session has ended: only a new one can save.
    if (persisted) location.reload();
  });
  onlyWindow(`course:${course.course}:${held.learner}`, handOver, takeOver);
  frame.open(course.pages.includes(held.place.split('#')[0] ?? '') ? held.place : course.first);
  await save();

  /** Merges the data of the platform and of this device into the store; returns messages. */
  function restore() {
    const kept = held.data ? unpack(held.data, items) : null;
    for (const [name, text] of kept?.entries ?? []) store.entries.set(name, text);
    const here = copy.read();
    const taken = here
      ? takeNewer(
          store.entries,
          here.entries,
          (_, moment) => !kept?.whole || moment === null || moment > kept.at,
        )
      : 0;
    return words.restored({ damaged: Boolean(held.data) && !kept, kept, taken });
  }

  /** @param {number} wait */
  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  /** @param {import('./packing.js').Packed} packed @returns {import('./types.js').Report} */
  function report({ text }) {
    return {
      data: text,
      place: frame.place(),
      outcome: outcome(store.entries, items, rule),
      seconds: clock.seconds(),
    };
  }

  function sendAnswers() {
    const answers = waiting;
    waiting = [];
    if (answers.length && !platform.answered(answers)) detailed = false;
  }

  async function save() {
    if (ended) return;
    clearTimeout(timer);
    const packed = pack(store.entries, items, platform.room, momentOf);
    const now = report(packed);
    try {
      sendAnswers();
      await platform.save(now);
      succeeded(packed, now);
    } catch (error) {
      failed(error);
    }
  }

  /**
   * @param {import('./packing.js').Packed} packed
   * @param {import('./types.js').Report} now
   */
  function succeeded(packed, now) {
    if (ended) return;
    const cut = packed.shortened.length + packed.dropped.length > 0;
    const onDevice = cut && copy.keep(store.entries);
    if (!cut) copy.forget();
    const details = words.kept(packed, { onDevice, detailed });
    status.tell(words.saved(now.outcome, rule, cut), [...note, ...details]);
  }

  /** @param {unknown} error */
  function failed(error) {
    console.error('platform:', error);
    status.warn(words.lost(copy.keep(store.entries)), { retry: true });
  }

  function end() {
    if (ended) return;
    clearTimeout(timer);
    try {
      sendAnswers();
      const packed = pack(store.entries, items, platform.room, momentOf);
      platform.close(report(packed));
      if (packed.shortened.length + packed.dropped.length) copy.keep(store.entries);
    } catch (error) {
      failed(error);
    }
    ended = true;
  }

  function handOver() {
    end();
    frame.close(words.ELSEWHERE);
    status.tell('');
    return store.entries;
  }

  /** @param {Map<string, string>} entries */
  function takeOver(entries) {
    if (takeNewer(store.entries, entries)) frame.reload();
    note = [words.HANDED_OVER];
    soon(AT_ONCE);
  }
}
