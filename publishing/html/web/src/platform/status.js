/** The line below the pages: what the platform has saved, and what to do if it has not. */
import { make } from '../frame/dom.js';

export function statusLine() {
  const words = make('p', { class: 'status-words', role: 'status' });
  const list = make('ul', {});
  const more = make('details', { hidden: '' }, make('summary', {}, '存了什么'), list);
  const again = make('button', { type: 'button', hidden: '' }, '再试一次');
  const element = make('footer', { class: 'status' }, words, again, more);
  return {
    element,
    again,
    /** @param {string} text @param {string[]} [details] */
    tell(text, details = []) {
      element.removeAttribute('data-trouble');
      again.hidden = true;
      show(text, details);
    },
    /** @param {string} text @param {{ retry?: boolean, details?: string[] }} [options] */
    warn(text, { retry = false, details = [] } = {}) {
      element.dataset.trouble = '';
      again.hidden = !retry;
      show(text, details);
    },
  };

  /** @param {string} text @param {string[]} details */
  function show(text, details) {
    if (words.textContent !== text) words.textContent = text;
    more.hidden = !details.length;
    list.replaceChildren(...details.map((detail) => make('li', {}, detail)));
  }
}
