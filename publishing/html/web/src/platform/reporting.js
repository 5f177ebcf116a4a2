/**
 * The course as it is on a site, served together with a record store. Nothing goes there unless
 * the reader turns it on; the pages keep their record on this device as they always do, and what
 * they save is heard of by the window's storage events. The server has the store's key.
 */
import { prefixOf } from '../../../../../exercises/web/src/place.js';
import { make } from '../frame/dom.js';
import { statementQueue } from './queue.js';
import * as words from './reporting-words.js';
import { answered } from './statements.js';
import { stopwatch } from './stopwatch.js';
import { submission } from './submission.js';
import { uuid } from './uuid.js';

const STORE = 'xapi/';

/**
 * @param {import('./types.js').CoursePackage} course
 * @param {ReturnType<typeof import('./frame.js').courseFrame>} frame
 */
export async function startReporting(course, frame) {
  const prefix = prefixOf(course.course, new URL('.', location.href));
  const [chosen, waiting] = [`${prefix}reporting`, `${prefix}reporting-queue`];
  const clock = stopwatch();
  const told = make('p', { class: 'status-words', role: 'status' });
  const name = make('input', { maxlength: '40', autocomplete: 'off' });
  const asked = make('label', {}, words.NAME, name);
  const button = make('button', { type: 'button' });
  document.body.append(make('footer', { class: 'status' }, told, asked, button));
  frame.open(course.first);
  const { store } = await (await fetch(`${STORE}about`)).json();
  let queue = statementQueue(waiting, ask);
  let reader = localStorage.getItem(chosen) ?? '';
  // Of several windows one reports.
  navigator.locks.request(chosen, () => {
    addEventListener('storage', hear);
    send();
    return new Promise(() => {});
  });
  button.addEventListener('click', () => (reader ? turnOff() : turnOn()));
  addEventListener('online', send);
  show(reader ? words.on(store, reader) : words.off(store));

  /** @param {string} path @param {RequestInit} options */
  function ask(path, options) {
    return fetch(STORE + path, options);
  }

  function turnOn() {
    reader = name.value.trim() || uuid();
    localStorage.setItem(chosen, reader);
    show(words.on(store, reader));
  }

  function turnOff() {
    reader = '';
    localStorage.removeItem(chosen);
    localStorage.removeItem(waiting);
    queue = statementQueue(waiting, ask);
    show(words.off(store));
  }

  /** @param {StorageEvent} event */
  function hear({ key, newValue, oldValue }) {
    if (key === chosen) {
      reader = newValue ?? '';
      show(reader ? words.on(store, reader) : words.off(store));
    }
    if (!reader || !key?.startsWith(prefix)) return;
    const found = submission(course.items, key.slice(prefix.length), newValue, oldValue);
    if (!found) return;
    const launch = {
      actor: { objectType: 'Agent', account: { homePage: location.origin, name: reader } },
      activity: `urn:course:${course.course}`,
      registration: uuid(),
      template: {},
    };
    queue.add(answered(launch, { ...found, seconds: clock.lap() }));
    send();
  }

  async function send() {
    if (!reader) return;
    try {
      await queue.send();
      show(words.on(store, reader));
    } catch (error) {
      console.error('record store:', error);
      show(words.LATER);
    }
  }

  /** @param {string} text */
  function show(text) {
    if (told.textContent !== text) told.textContent = text;
    asked.hidden = Boolean(reader);
    button.textContent = reader ? words.STOP : words.START;
  }
}
