/** The element that shows one screen at a time, with messages above it. */
import { make } from '../../html/web/src/frame/dom.js';

/** @param {HTMLElement} place */
export function makeStage(place) {
  const status = make('p', { class: 'exam-status', role: 'status' });
  const view = make('div', {});
  /** A lasting warning, and the latest message. */
  const said = { warning: '', message: '' };
  let shown = '';
  /** @param {Partial<typeof said>} more */
  const say = (more) => {
    Object.assign(said, more);
    const lines = [said.warning, said.message].filter(Boolean);
    // Do not announce the same text again.
    if (lines.join('\n') === shown) return;
    shown = lines.join('\n');
    status.replaceChildren(...lines.flatMap((line, i) => (i ? [make('br'), line] : [line])));
  };
  place.replaceChildren(status, view);
  return {
    /** The name of the current screen. */
    get screen() {
      return place.dataset.screen;
    },
    /** @param {string} message */
    tell: (message) => say({ message }),
    /** @param {string} warning Empty if there is none any more. */
    warn: (warning) => say({ warning }),
    /**
     * @param {string} name
     * @param {HTMLElement} element
     */
    show(name, element) {
      // Remove a dialog that belongs to the previous screen.
      document.querySelector('dialog.exam-ask')?.remove();
      place.dataset.screen = name;
      view.replaceChildren(element);
    },
    /** Moves the focus to the heading of the new screen. */
    enter() {
      view.querySelector('h2')?.focus({ preventScroll: true });
      this.scrollTo();
    },
    scrollTo: () => place.scrollIntoView({ block: 'start' }),
  };
}
