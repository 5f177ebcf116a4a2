/** The reader's marks and notes in the speech: shown in place, edited by keyboard or pointer. */

import { follow } from '../../../../../../exercises/web/src/course-storage.js';
import { NOTE_ENTRY, readNote } from '../../../../../pages/notes/entry.js';
import { make } from '../../frame/dom.js';
import { paragraphLabel } from '../labels.js';
import { openPassage } from './passage.js';
import { startSelection } from './selection.js';

export function startNotes() {
  const parts = [...document.querySelectorAll('.speech-part')].filter((part) =>
    part.querySelector('.sentence[id]'),
  );
  if (!parts.length) return;
  for (const part of parts) {
    part.append(makeButton(part));
    showPart(part);
  }
  startSelection(showAround);
  follow((name) => {
    if (name === null || name.startsWith(NOTE_ENTRY)) parts.forEach(showPart);
  });
}

/**
 * Returns the sentences in a block of the speech.
 *
 * @param {Element} part
 * @returns {HTMLElement[]}
 */
function sentencesOf(part) {
  return [...part.querySelectorAll('.sentence[id]')].filter(
    (sentence) => sentence instanceof HTMLElement,
  );
}

/** @param {Element} part */
function makeButton(part) {
  // The button has no text, so that it is not copied or searched with the speech.
  const button = make('button', { type: 'button', class: 'part-note' });
  const name = nameOf(part);
  button.setAttribute('aria-label', `${name}：划线和笔记`);
  button.addEventListener('click', () =>
    openPassage(name, sentencesOf(part), () => showPart(part)),
  );
  return button;
}

/** @param {Element} part */
function nameOf(part) {
  const [first] = sentencesOf(part);
  return paragraphLabel(first?.id ?? '');
}

/** @param {Element} sentence */
function showAround(sentence) {
  const part = sentence.closest('.speech-part');
  if (part) showPart(part);
}

/** @param {Element} part */
function showPart(part) {
  const sentences = sentencesOf(part);
  for (const sentence of sentences) {
    const { marked } = readNote(sentence.id);
    sentence.classList.toggle('own-mark', marked);
    if (marked) sentence.setAttribute('role', 'mark');
    else sentence.removeAttribute('role');
  }
  const next = part.nextElementSibling;
  if (next?.classList.contains('own-note')) next.remove();
  const notes = sentences.map(({ id }) => readNote(id).note).filter(Boolean);
  if (!notes.length) return;
  const shown = make(
    'aside',
    { class: 'own-note', 'aria-label': `${nameOf(part)}的笔记` },
    make('p', { class: 'own-note-title' }, '我的笔记'),
    ...notes.map((note) => make('p', { class: 'own-note-text' }, note)),
  );
  part.after(shown);
}
