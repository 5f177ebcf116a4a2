/** A question in a dialog of the browser's own, which keeps the focus and closes on Esc. */
import { makeDialog } from '../../html/web/src/frame/dialog.js';
import { make } from '../../html/web/src/frame/dom.js';

/**
 * Asks the learner.
 *
 * @param {string} title
 * @param {Node[]} content May hold further buttons; the value of the one pressed is the answer.
 * @param {string} yes What the button says that agrees.
 * @param {string} no What the button says that does not.
 * @returns {Promise<string>} `yes`, the value of the content's button, or empty.
 */
export function ask(title, content, yes, no) {
  const form = make(
    'form',
    { method: 'dialog' },
    ...content,
    make(
      'div',
      { class: 'exam-buttons' },
      make('button', { value: '', class: 'exam-button' }, no),
      make('button', { value: 'yes', class: 'exam-button exam-main' }, yes),
    ),
  );
  const dialog = makeDialog('exam-ask', title, form);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    dialog.showModal();
  });
}
