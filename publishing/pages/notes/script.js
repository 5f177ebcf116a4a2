/** The notes page: the reader's marks and notes in the order of the speech. */
import { follow } from '../../../exercises/web/src/course-storage.js';
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { allPieces } from '../../html/web/src/frame/search-pieces.js';
import { readPart } from '../../html/web/src/record/record.js';
import { sentenceLabel } from '../../html/web/src/text/labels.js';
import { NOT_KEPT } from '../../html/web/src/text/notes/passage.js';
import { writeNote } from './entry.js';
import NOTES from './part.js';

/**
 * @typedef {import('../../html/web/src/frame/search-pieces.js').Piece} Piece
 * @typedef {{ page: string, text: string }} Sentence
 * @typedef {import('./entry.js').Note} Note
 */

/** @param {HTMLElement} place */
async function start(place) {
  let data;
  try {
    data = await allPieces();
  } catch {
    place.replaceChildren(make('p', { role: 'alert' }, '原文的句子没能载入，请检查网络后再试。'));
    return;
  }
  const { titles } = data;
  const sentences = sentencesIn(data.ready);
  const order = [...sentences.keys()];
  const status = make('p', { role: 'status', class: 'notes-status' });
  const view = make('div');
  const print = make('button', { type: 'button' }, '打印这一页');
  print.addEventListener('click', () => window.print());
  const tools = make('div', { class: 'notes-tools' }, print);
  const show = () => {
    const kept = [...readPart(NOTES)].filter(
      ([id, { marked, note }]) => sentences.has(id) && (marked || note),
    );
    kept.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    tools.hidden = kept.length === 0;
    view.replaceChildren(...(kept.length ? chapters(kept) : [empty()]));
  };
  /** @param {[string, Note][]} kept */
  const chapters = (kept) => {
    const pages = [...new Set(kept.map(([id]) => sentences.get(id)?.page ?? ''))];
    return pages.map((page) =>
      make(
        'section',
        { class: 'notes-chapter' },
        make('h2', {}, titles[page] ?? ''),
        ...kept
          .filter(([id]) => sentences.get(id)?.page === page)
          .map(([id, note]) => entry(id, note)),
      ),
    );
  };
  /** @param {string} id @param {Note} note */
  const entry = (id, note) => {
    const { page, text } = /** @type {Sentence} */ (sentences.get(id));
    const name = sentenceLabel(id);
    const remove = make(
      'button',
      { type: 'button', 'aria-label': `删去${name}的划线和笔记` },
      '删去',
    );
    remove.addEventListener('click', () => {
      const kept = writeNote(id, { marked: false, note: '' });
      show();
      status.textContent = kept ? `已删去${name}的划线和笔记。` : NOT_KEPT;
      const undo = make('button', { type: 'button' }, '撤销');
      undo.addEventListener('click', () => {
        writeNote(id, { marked: note.marked, note: note.note });
        show();
        status.textContent = `已恢复${name}的划线和笔记。`;
      });
      status.append(' ', undo);
      undo.focus();
    });
    return make(
      'div',
      { class: 'notes-entry' },
      make('p', { class: 'notes-where' }, make('a', { href: addressOf(page, id) }, name)),
      make(
        'blockquote',
        { class: 'notes-sentence' },
        note.marked ? make('mark', { class: 'own-mark' }, text) : text,
      ),
      ...(note.note ? [make('p', { class: 'own-note-text' }, note.note)] : []),
      remove,
    );
  };
  place.replaceChildren(status, view, tools);
  show();
  follow((name) => {
    if (name === null || name.startsWith(NOTES.entry)) show();
  });
}

/** @param {Piece[]} pieces */
function sentencesIn(pieces) {
  /** @type {Map<string, Sentence>} */
  const sentences = new Map();
  for (const { sort, page, parts } of pieces) {
    if (sort !== 'speech') continue;
    for (const [anchor, text] of parts) sentences.set(anchor, { page, text });
  }
  return sentences;
}

function empty() {
  return make(
    'p',
    {},
    '还没有划线和笔记。读原文时选中文字，或者用每段末尾的笔记按钮，就可以划线、写笔记。',
  );
}

const place = document.getElementById('notes');
if (place) start(place);
