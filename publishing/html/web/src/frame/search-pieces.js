/**
 * What is searched: it comes in parts, and each is made ready a little at a time, so that neither
 * the first results nor the reader's typing wait for the whole of a long course.
 */
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { loadData, loadPart } from './load.js';
import { prepare } from './match.js';

/**
 * @typedef {{ sort: string, page: string, label: string, parts: [string, string][] }} Piece
 * @typedef {Piece & { prepared: import('./match.js').Prepared }} Ready
 * @typedef {object} Pieces
 * @property {Record<string, string>} titles Of the pages.
 * @property {Map<string, string>} simplified The text's character for a traditional one.
 * @property {Ready[]} ready The pieces that have come so far, in their order.
 * @property {boolean} complete Whether these are all.
 * @property {boolean} failed Whether the rest could not be loaded; asking again tries again.
 */

/** @type {Pieces} */
const pieces = { titles: {}, simplified: new Map(), ready: [], complete: false, failed: false };
/** @type {Set<(pieces: Pieces) => void>} */
const listeners = new Set();
/** The part that comes next. */
let next = 0;
let loading = false;

/**
 * Gives the pieces that are there, and has the rest loaded.
 *
 * @param {(pieces: Pieces) => void} [changed] Called whenever more are there, or there is trouble.
 * @returns {Pieces}
 */
export function openPieces(changed) {
  if (changed) listeners.add(changed);
  if (!loading && !pieces.complete) loadRest();
  return pieces;
}

/**
 * Loads every piece, for those who need them all.
 *
 * @returns {Promise<Pieces>}
 * @throws {Error} If a part cannot be reached.
 */
export function allPieces() {
  return new Promise((resolve, reject) => {
    /** @param {Pieces} now */
    const look = (now) => {
      if (!now.complete && !now.failed) return;
      listeners.delete(look);
      if (now.complete) resolve(now);
      else reject(new Error('search'));
    };
    look(openPieces(look));
  });
}

async function loadRest() {
  loading = true;
  pieces.failed = false;
  try {
    const { titles, parts, traditional } =
      /** @type {{ titles: Record<string, string>, parts: number, traditional: string }} */ (
        (await loadData('search-data.js')).searchData
      );
    pieces.titles = titles;
    for (let i = 0; i < traditional.length; i += 2) {
      pieces.simplified.set(traditional.charAt(i), traditional.charAt(i + 1));
    }
    for (; next < parts; next++) {
      const part = /** @type {Piece[]} */ (await loadPart('search', 'searchParts', `${next}`));
      pieces.ready.push(...(await madeReady(part)));
      tell();
    }
    pieces.complete = true;
  } catch {
    pieces.failed = true;
  }
  loading = false;
  tell();
}

/** @param {Piece[]} part */
async function madeReady(part) {
  /** @type {Ready[]} */
  const ready = [];
  await eachInSlices(part, (piece) => {
    const text = piece.parts.map(([, words]) => words).join('');
    ready.push({ ...piece, prepared: prepare(text) });
  });
  return ready;
}

function tell() {
  for (const changed of [...listeners]) changed(pieces);
}
