/** The frame that shows the course's pages. */
import { make } from '../frame/dom.js';

/** @param {string} title */
export function courseFrame(title) {
  const element = make('iframe', { title });
  const root = new URL('.', location.href).href;
  /** @type {(() => void)[]} */
  const onPage = [];
  /** @type {((result: unknown) => void)[]} */
  const onPaper = [];
  element.addEventListener('load', () => {
    element.contentDocument?.addEventListener('test:graded', (event) => {
      for (const hear of onPaper) hear(/** @type {CustomEvent} */ (event).detail);
    });
    for (const hear of onPage) hear();
  });
  return {
    element,
    /** @param {() => void} hear */
    onPage: (hear) => void onPage.push(hear),
    /** @param {(result: any) => void} hear */
    onPaper: (hear) => void onPaper.push(hear),
    /** @param {string} place */
    open: (place) => void element.setAttribute('src', place),
    reload: () => element.contentWindow?.location.reload(),
    /** The current page, relative to the root, in the form in which the platform saves it. */
    place() {
      try {
        const href = element.contentWindow?.location.href ?? '';
        return href.startsWith(root) ? href.slice(root.length) : '';
      } catch {
        return '';
      }
    },
    /** @param {string} words Message to show instead of the pages. */
    close(words) {
      element.replaceWith(make('main', { class: 'ended' }, make('p', { role: 'alert' }, words)));
    },
  };
}
