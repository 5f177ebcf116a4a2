/** Renders search results: location, excerpt around the match, link. */
import { addressOf } from './addresses.js';
import { make } from './dom.js';
import { anchorOf, nameOf } from './place.js';

const CONTEXT = 28;
/** @type {Record<string, string>} */
const SORTS = { entry: '索引', speech: '原文', note: '本书编写', item: '练习' };

/** @typedef {import('./search-pieces.js').Ready} Ready */
/** @typedef {Record<string, string>} Titles */

/**
 * @param {Ready} piece
 * @param {[number, number][]} places
 * @param {Titles} titles
 */
export function makeHit(piece, places, titles) {
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
  return linked(piece, piece.label, anchorAt(piece, first[0]), excerpt, titles);
}

/**
 * Renders a place of the text that was searched by its number.
 *
 * @param {Ready[]} ready
 * @param {import('./place.js').Place} place
 * @param {Titles} titles
 * @returns {HTMLElement | null} `null` if the text has no such place.
 */
export function makePlace(ready, place, titles) {
  const anchor = anchorOf(place);
  for (const piece of ready) {
    if (piece.sort !== 'speech') continue;
    const found =
      place.sentence === null
        ? piece.parts.find(([id]) => id.startsWith(`${anchor}-`))
        : piece.parts.find(([id]) => id === anchor);
    if (!found) continue;
    const excerpt = make('span', { class: 'search-excerpt' }, found[1]);
    return linked(piece, nameOf(place), found[0], excerpt, titles);
  }
  return null;
}

/**
 * @param {Ready} piece
 * @param {string} label
 * @param {string} anchor
 * @param {HTMLElement} excerpt
 * @param {Titles} titles
 */
function linked(piece, label, anchor, excerpt, titles) {
  const where = [SORTS[piece.sort], label, titles[piece.page]].join(' · ');
  return make(
    'li',
    {},
    make(
      'a',
      { href: addressOf(piece.page, anchor) },
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
