/** The question that a reader is asked once, and the switch at the foot of each page. */
import { make } from '../frame/dom.js';
import * as words from './words.js';

/** @typedef {import('./reporter.js').State} State */
/**
 * @typedef {object} Store
 * @property {string} of
 * @property {string} about Address of the page that explains all data; empty if there is none.
 *
 * @typedef {object} Acts
 * @property {(name: string) => void} turnOn
 * @property {() => void} turnOff
 */

/** @param {string} text @param {() => void} act @param {string} [style] */
function button(text, act, style = '') {
  const made = make('button', { type: 'button', ...(style ? { class: style } : {}) }, text);
  made.addEventListener('click', act);
  return made;
}

/**
 * @param {Store} store
 * @param {Acts} acts
 */
export function reportingNotice({ of, about }, { turnOn, turnOff }) {
  const told = make('p', { role: 'status' });
  const name = make('input', { maxlength: '40', autocomplete: 'off' });
  const asked = make('label', {}, words.NAME, name);
  const more = make('p', {}, words.details(of));
  if (about) more.append(make('a', { href: about }, words.ABOUT));
  const choices = make('div', { class: 'notice-choices' });
  const element = make(
    'section',
    { class: 'notice reporting-notice', 'aria-label': words.TITLE },
    told,
    more,
    asked,
    choices,
  );

  /** @param {boolean} whole */
  function show(whole) {
    told.textContent = whole ? '' : words.offer(of);
    for (const part of [more, asked]) part.hidden = !whole;
    const decline = button(words.DECLINE, turnOff);
    const next = whole
      ? button(words.START, () => turnOn(name.value))
      : button(words.ASK, () => show(true));
    choices.replaceChildren(next, decline);
    document.body.append(element);
    if (whole) name.focus();
  }
  return {
    show,
    /** @returns {boolean} Whether it contained the focus. */
    close() {
      const inside = element.contains(document.activeElement);
      element.remove();
      return inside;
    },
  };
}

/**
 * @param {string} of
 * @param {{ ask: () => void, stop: () => void }} acts
 */
export function reportingLine(of, { ask, stop }) {
  const told = make('span', { role: 'status' });
  const element = make('p', { class: 'reporting-line' }, told);
  return {
    element,
    enter: () => element.querySelector('button')?.focus({ preventScroll: true }),
    /** @param {State} state */
    show({ choice, lost }) {
      const on = Boolean(choice?.on);
      const text = on ? words.on(of, choice?.reader ?? '') : words.off(of);
      const whole = on && lost ? text + words.lost(of, lost) : text;
      if (told.textContent !== whole) told.textContent = whole;
      const acts = on ? button(words.STOP, stop) : button(words.ASK, ask);
      acts.className = 'colophon-button';
      if (element.lastElementChild?.textContent !== acts.textContent) {
        element.replaceChildren(told, acts);
      }
    },
  };
}
