/**
 * The course's entries while it is open in a platform. They are in memory, so that it does not
 * matter whether the browser blocks storage in the frame; pages access them as `parent.courseStore`
 * (`exercises/web/src/course-storage.js`).
 */
import { prefixOf } from '../../../../../exercises/web/src/storage-prefix.js';

export class HeldStore {
  /** @type {Map<string, string>} By name without prefix. */
  entries = new Map();
  /** @type {(name: string, text: string | null, before: string | null) => void} */
  changed = () => {};
  #prefix;

  /** @param {string} course The course's id. */
  constructor(course) {
    this.#prefix = prefixOf(course, new URL('.', location.href));
  }

  /** @param {string} key */
  getItem(key) {
    return this.entries.get(this.#name(key)) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    const name = this.#name(key);
    const before = this.entries.get(name) ?? null;
    this.entries.set(name, text);
    if (before !== text) this.changed(name, text, before);
  }

  /** @param {string} key */
  removeItem(key) {
    const name = this.#name(key);
    const before = this.entries.get(name) ?? null;
    this.entries.delete(name);
    if (before !== null) this.changed(name, null, before);
  }

  keys() {
    return [...this.entries.keys()].map((name) => this.#prefix + name);
  }

  /** @param {string} key */
  #name(key) {
    return key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : key;
  }
}
