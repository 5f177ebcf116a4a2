/** The place on the page where one screen of the tests stands, and what is said above it. */
import { make } from '../../html/web/src/frame/dom.js';

/** @param {HTMLElement} place */
export function makeStage(place) {
  const status = make('p', { class: 'exam-status', role: 'status' });
  const view = make('div', {});
  place.replaceChildren(status, view);
  return {
    /** The name of the screen that is shown. */
    get screen() {
      return place.dataset.screen;
    },
    /** @param {string} message */
    tell(message) {
      if (status.textContent !== message) status.textContent = message;
    },
    /**
     * @param {string} name
     * @param {HTMLElement} element
     */
    show(name, element) {
      // A question about what is no longer there.
      document.querySelector('dialog.exam-ask')?.remove();
      place.dataset.screen = name;
      view.replaceChildren(element);
    },
    /** Takes the focus to the heading of what is new. */
    enter() {
      view.querySelector('h2')?.focus({ preventScroll: true });
      this.scrollTo();
    },
    scrollTo: () => place.scrollIntoView({ block: 'start' }),
  };
}
