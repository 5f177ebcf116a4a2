/** The dialog of a paragraph: which of its sentences are marked, and its note. */

import { LONGEST, readNote, writeNote } from '../../../../../pages/notes/entry.js';
import { makeDialog } from '../../frame/dialog.js';
import { make } from '../../frame/dom.js';

export const NOT_KEPT = '浏览器不允许保存，划线和笔记留不下来。';

/**
 * @param {string} name Label of the paragraph.
 * @param {HTMLElement[]} sentences Sentences of the paragraph, or of a block of it.
 * @param {() => void} changed
 */
export function openPassage(name, sentences, changed) {
  const opener = document.activeElement;
  const first = /** @type {HTMLElement} */ (sentences[0]);
  const status = make('p', { class: 'passage-status', role: 'status' });
  /** @param {boolean} kept */
  const told = (kept) => {
    status.textContent = kept ? '已保存在这台设备的浏览器里。' : NOT_KEPT;
    changed();
  };
  const note = make('textarea', {
    class: 'passage-note',
    rows: '4',
    maxlength: String(LONGEST),
  });
  note.value = readNote(first.id).note;
  // Saved at each keystroke: a phone may discard the page at any time.
  note.addEventListener('input', () => told(writeNote(first.id, { note: note.value.trim() })));
  const done = make('button', { type: 'button', class: 'passage-done' }, '完成');
  const dialog = makeDialog(
    'passage',
    `${name}：划线和笔记`,
    make(
      'fieldset',
      { class: 'passage-sentences' },
      make('legend', {}, '划线的句子'),
      ...sentences.map((sentence) => makeChoice(sentence, told)),
    ),
    make('label', { class: 'passage-label' }, '笔记', note),
    status,
    done,
  );
  done.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
  dialog.showModal();
}

/**
 * @param {HTMLElement} sentence
 * @param {(kept: boolean) => void} told
 */
function makeChoice(sentence, told) {
  const box = make('input', { type: 'checkbox' });
  box.checked = readNote(sentence.id).marked;
  box.addEventListener('change', () => told(writeNote(sentence.id, { marked: box.checked })));
  return make('label', {}, box, make('span', {}, sentence.textContent ?? ''));
}
