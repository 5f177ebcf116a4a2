/** The search: as one types, over the indexes, the speech, our notes and the exercises. */
import { addressOf } from './addresses.js';
import { makeDialog } from './dialog.js';
import { make } from './dom.js';
import { find, wordsOf } from './match.js';
import { openPieces } from './search-pieces.js';

const SHOWN = 40;
const CONTEXT = 28;
/** @type {Record<string, string>} */
const SORTS = { entry: '索引', speech: '原文', note: '本书编写', item: '练习' };

/** @typedef {import('./search-pieces.js').Ready} Ready */

/** Makes the search's field and results. */
function makeSearch() {
  const field = make('input', {
    type: 'search',
    class: 'search-field',
    'aria-label': '搜索词',
    placeholder: '输入两个字以上，多个词用空格隔开',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const status = make('p', { class: 'search-status', role: 'status' });
  const results = make('ol', { class: 'search-results' });
  const update = () => {
    const words = wordsOf(field.value);
    if (words.join('').length < 2) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    const { ready, titles, complete, failed } = openPieces();
    const hits = ready.flatMap((piece) => {
      const places = find(piece.prepared, words);
      return places.length ? [{ piece, places }] : [];
    });
    status.textContent = statusOf(hits.length, complete, failed);
    results.replaceChildren(
      ...hits.slice(0, SHOWN).map(({ piece, places }) => makeHit(piece, places, titles)),
    );
  };
  openPieces(update);
  field.addEventListener('input', update);
  return { field, elements: [field, status, results] };
}

/**
 * @param {number} found
 * @param {boolean} complete Whether all has been looked through.
 * @param {boolean} failed
 */
function statusOf(found, complete, failed) {
  if (failed) return '搜索的资料没能载入，请检查网络后再试。';
  if (!complete) return found ? `已找到 ${found} 处，还在找……` : '正在找……';
  return found ? `找到 ${found} 处` : '没有找到。换个说法，或少写几个字再试。';
}

/**
 * @param {Ready} piece
 * @param {[number, number][]} places
 * @param {Record<string, string>} titles
 */
function makeHit(piece, places, titles) {
  const first = /** @type {[number, number]} */ (places[0]);
  const { text } = piece.prepared;
  const start = Math.max(0, first[0] - CONTEXT);
  const end = Math.min(text.length, first[1] + CONTEXT * 2);
  const excerpt = make('span', { class: 'search-excerpt' }, start ? '…' : '');
  let at = start;
  for (const [from, to] of places) {
    if (from >= end) break;
    excerpt.append(text.slice(at, from), make('mark', {}, text.slice(from, Math.min(to, end))));
    at = Math.min(to, end);
  }
  excerpt.append(text.slice(at, end), end < text.length ? '…' : '');
  const where = [SORTS[piece.sort], piece.label, titles[piece.page]].join(' · ');
  return make(
    'li',
    {},
    make(
      'a',
      { href: addressOf(piece.page, anchorAt(piece, first[0])) },
      make('span', { class: 'search-where' }, where),
      excerpt,
    ),
  );
}

/**
 * @param {Ready} piece
 * @param {number} position
 */
function anchorAt(piece, position) {
  let end = 0;
  for (const [anchor, text] of piece.parts) {
    end += text.length;
    if (position < end) return anchor;
  }
  return '';
}

export function startSearch() {
  const inPage = document.getElementById('search-page');
  if (inPage) inPage.append(...makeSearch().elements);
  /** @type {{ dialog: HTMLDialogElement, field: HTMLInputElement } | null} */
  let made = null;
  const open = () => {
    if (!made) {
      const { field, elements } = makeSearch();
      made = { dialog: makeDialog('search', '搜索全书', ...elements), field };
      // A hit on this very page would stay hidden behind the dialog.
      made.dialog.addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest('a')) made?.dialog.close();
      });
    }
    if (!made.dialog.open) made.dialog.showModal();
    made.field.focus();
    made.field.select();
    openPieces();
  };
  document.getElementById('search-button')?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
}
