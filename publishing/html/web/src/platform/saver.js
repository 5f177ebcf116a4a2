/** Saves the record to the platform, after a short delay, and for the last time at the end. */
import { momentOf } from './entries.js';
import { outcome } from './outcome.js';
import { pack } from './packing.js';
import * as words from './session-words.js';

/** @typedef {import('./packing.js').Packed} Packed */
/** @typedef {import('./types.js').Report} Report */

export class Saver {
  /** @type {string[]} Messages that are shown after each save. */
  note = [];
  ended = false;
  #session;
  #timer = 0;

  /** @param {import('./types.js').Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {number} wait Delay in milliseconds. */
  soon(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    if (this.ended) return;
    clearTimeout(this.#timer);
    const packed = this.#pack();
    const now = this.#report(packed);
    try {
      await this.#session.platform.save(now);
      this.#succeeded(packed, now);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Saves for the last time, while the page is closed. */
  end() {
    if (this.ended) return;
    clearTimeout(this.#timer);
    try {
      const packed = this.#pack();
      this.#session.platform.close(this.#report(packed));
      if (isCut(packed)) this.#keep();
    } catch (error) {
      this.#failed(error);
    }
    this.ended = true;
  }

  #pack() {
    const { course, platform, store } = this.#session;
    return pack(store.entries, course.items, platform.room, momentOf);
  }

  /** @param {Packed} packed @returns {Report} */
  #report({ text }) {
    const { course, store, frame, clock } = this.#session;
    return {
      data: text,
      place: frame.place(),
      outcome: outcome(store.entries, course.items, course.rule),
      seconds: clock.seconds(),
    };
  }

  /** Returns whether this device has a copy now. */
  #keep() {
    const { platform, store, copy } = this.#session;
    return copy.keep(store.entries, platform.waiting());
  }

  /** @param {Packed} packed @param {Report} now */
  #succeeded(packed, now) {
    if (this.ended) return;
    const { course, platform, copy, status } = this.#session;
    const cut = isCut(packed);
    const onDevice = cut && this.#keep();
    if (!cut) copy.forget();
    const details = words.kept(packed, { onDevice, detailed: platform.detailed() });
    status.tell(words.saved(now.outcome, course.rule, cut), [...this.note, ...details]);
  }

  /** @param {unknown} error */
  #failed(error) {
    console.error('platform:', error);
    this.#session.status.warn(words.lost(this.#keep()), { retry: true });
  }
}

/** @param {Packed} packed @returns {boolean} Whether the platform has no room for all of it. */
function isCut({ shortened, dropped }) {
  return shortened.length + dropped.length > 0;
}
