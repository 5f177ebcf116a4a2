/** A toolbar for selected text of the speech: mark its sentences, or write a note. */

import { readNote, writeNote } from '../../../../../pages/notes/entry.js';
import { make } from '../../frame/dom.js';
import { NOT_KEPT } from './passage.js';

/** Milliseconds without change after which a selection is considered complete. */
const REST = 250;

/** @param {(sentence: Element) => void} changed */
export function startSelection(changed) {
  const mark = make('button', { type: 'button' });
  const note = make('button', { type: 'button' }, '写笔记');
  const status = make('span', { role: 'status', class: 'selection-status' });
  const bar = make(
    'div',
    { class: 'selection-bar', role: 'toolbar', 'aria-label': '所选的句子' },
    mark,
    note,
    status,
  );
  bar.hidden = true;
  document.querySelector('main')?.append(bar);
  // Pressing a button would otherwise clear the selection before the click event.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  mark.addEventListener('click', () => {
    const sentences = selectedSentences();
    const marked = !allMarked(sentences);
    const kept = sentences.map((sentence) => writeNote(sentence.id, { marked })).every(Boolean);
    sentences.forEach(changed);
    status.textContent = kept ? '' : NOT_KEPT;
    if (kept) getSelection()?.removeAllRanges();
  });
  note.addEventListener('click', () => {
    const [sentence] = selectedSentences();
    getSelection()?.removeAllRanges();
    const button = sentence?.closest('.speech-part')?.querySelector('.part-note');
    if (!(button instanceof HTMLElement)) return;
    button.focus({ preventScroll: true });
    button.click();
  });
  let rest = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(rest);
    if (selectedSentences().length === 0) bar.hidden = true;
    rest = window.setTimeout(() => {
      const sentences = selectedSentences();
      bar.hidden = sentences.length === 0;
      mark.textContent = allMarked(sentences) ? '取消划线' : '划线';
      status.textContent = '';
    }, REST);
  });
}

/** @param {Element[]} sentences */
function allMarked(sentences) {
  return sentences.length > 0 && sentences.every(({ id }) => readNote(id).marked);
}

/** Returns the sentences that contain selected characters. */
function selectedSentences() {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  return [...document.querySelectorAll('main .speech-part .sentence[id]')].filter((sentence) => {
    if (!range.intersectsNode(sentence)) return false;
    const inside = document.createRange();
    inside.selectNodeContents(sentence);
    if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0)
      inside.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0)
      inside.setEnd(range.endContainer, range.endOffset);
    return inside.toString() !== '';
  });
}
