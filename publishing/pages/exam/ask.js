/** A question in a modal dialog; the browser handles focus and Esc. */
import { makeDialog } from '../../html/web/src/frame/dialog.js';
import { make } from '../../html/web/src/frame/dom.js';

/**
 * Asks the learner.
 *
 * @param {string} title
 * @param {Node[]} content May contain further buttons, whose value is then the answer.
 * @param {string} yes Label of the button that agrees.
 * @param {string} no Label of the button that does not.
 * @returns {Promise<string>} `yes`, the value of a button in the content, or an empty string.
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
