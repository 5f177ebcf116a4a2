/** A modal dialog with a title and a close button; the browser handles focus and Esc. */
import { make } from './dom.js';

/**
 * @param {string} name Class and id of the dialog.
 * @param {string} title
 * @param {...Node} content
 * @returns {HTMLDialogElement}
 */
export function makeDialog(name, title, ...content) {
  const close = make(
    'button',
    { type: 'button', class: 'dialog-close', 'aria-label': '关闭' },
    '×',
  );
  const dialog = make(
    'dialog',
    { class: `dialog ${name}`, 'aria-labelledby': `${name}-title` },
    make('div', { class: 'dialog-head' }, make('h2', { id: `${name}-title` }, title), close),
    ...content,
  );
  close.addEventListener('click', () => dialog.close());
  // A click on the backdrop has the dialog itself as target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
