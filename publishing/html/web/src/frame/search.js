/**
 * Search as you type over the text, the indexes, our additions and the exercises. Loaded on first
 * use (`search-offer.js`).
 */
import { makeDialog } from './dialog.js';
import { make } from './dom.js';
import { find, wordsOf } from './match.js';
import { nameOf, placeIn } from './place.js';
import { makeHit, makePlace } from './search-hits.js';
import { openPieces } from './search-pieces.js';

const SHOWN = 40;
const HELP = [
  '输入两个字以上；几个词用空格隔开，都要有才算找到。',
  '要去某一句，写第5段第10句，或者 5·10、5-10。',
  '标点不计，全角半角、繁体简体都可以。',
  '按回车打开第一条。',
];

/** Makes the search field and the list of results. */
function makeSearch() {
  const field = make('input', {
    type: 'search',
    class: 'search-field',
    'aria-label': '搜索词',
    placeholder: '词语，或第5段第10句',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const status = make('p', { class: 'search-status', role: 'status' });
  const results = make('ol', { class: 'search-results' });
  const help = make('ul', { class: 'search-help' }, ...HELP.map((words) => make('li', {}, words)));
  let composing = false;
  const update = () => {
    // Text being composed in an input method is not yet the query.
    if (composing) return;
    const { told, hits } = look(field.value);
    status.textContent = told;
    results.replaceChildren(...hits);
    help.hidden = hits.length > 0;
  };
  openPieces(update);
  field.addEventListener('input', update);
  field.addEventListener('compositionstart', () => {
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    update();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) results.querySelector('a')?.click();
  });
  return { field, elements: [field, status, results, help] };
}

/**
 * @param {string} query
 * @returns {{ told: string, hits: HTMLElement[] }}
 */
function look(query) {
  const { ready, titles, simplified, complete, failed } = openPieces();
  const place = placeIn(query);
  const asked = place && makePlace(ready, place, titles);
  if (asked) return { told: `找到${nameOf(place)}`, hits: [asked] };
  const words = wordsOf(query, simplified);
  const length = words.join('').length;
  if (length < 2) return { told: length ? '请再输入一个字。' : '', hits: [] };
  const found = ready.flatMap((piece) => {
    const places = find(piece.prepared, words);
    return places.length ? [{ piece, places }] : [];
  });
  const hits = found.slice(0, SHOWN).map(({ piece, places }) => makeHit(piece, places, titles));
  const nothing = place ? `没有${nameOf(place)}。` : '没有找到。换个说法，或少写几个字再试。';
  if (failed) return { told: '搜索的资料没能载入，请检查网络后再试。', hits };
  if (!complete)
    return { told: hits.length ? `已找到 ${found.length} 处，还在找……` : '正在找……', hits };
  return { told: hits.length ? `找到 ${found.length} 处` : nothing, hits };
}

/** @type {{ dialog: HTMLDialogElement, field: HTMLInputElement } | null} */
let made = null;

function open() {
  if (!made) {
    const { field, elements } = makeSearch();
    made = { dialog: makeDialog('search', '搜索全书', ...elements), field };
    // A result on the current page would stay hidden behind the dialog.
    made.dialog.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) made?.dialog.close();
    });
  }
  if (!made.dialog.open) made.dialog.showModal();
  made.field.focus();
  made.field.select();
  openPieces();
}

/** @param {HTMLElement} place The element for the search on the search page. */
function put(place) {
  place.append(...makeSearch().elements);
}

/** @type {any} */ (window).courseSearch = { open, put };
