/** The place on the page where one screen of the tests stands, and what is said above it. */
import { make } from '../../html/web/src/frame/dom.js';

/** @param {HTMLElement} place */
export function makeStage(place) {
  const status = make('p', { class: 'exam-status', role: 'status' });
  const view = make('div', {});
  /** What stays until it is true no more, and what was said last. */
  const said = { warning: '', message: '' };
  let shown = '';
  /** @param {Partial<typeof said>} more */
  const say = (more) => {
    Object.assign(said, more);
    const lines = [said.warning, said.message].filter(Boolean);
    // The same words again are not said again.
    if (lines.join('\n') === shown) return;
    shown = lines.join('\n');
    status.replaceChildren(...lines.flatMap((line, i) => (i ? [make('br'), line] : [line])));
  };
  place.replaceChildren(status, view);
  return {
    /** The name of the screen that is shown. */
    get screen() {
      return place.dataset.screen;
    },
    /** @param {string} message */
    tell: (message) => say({ message }),
    /** @param {string} warning Empty when there is nothing to warn of any more. */
    warn: (warning) => say({ warning }),
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
