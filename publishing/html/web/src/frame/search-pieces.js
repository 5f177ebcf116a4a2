/**
 * The searchable text. It is loaded in parts, and each is prepared in small slices, so that neither
 * the first results nor the reader's typing wait for all of a long course.
 */
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { loadData, loadPart } from './load.js';
import { prepare } from './match.js';

/**
 * @typedef {{ sort: string, page: string, label: string, parts: [string, string][] }} Piece
 * @typedef {Piece & { prepared: import('./match.js').Prepared }} Ready
 * @typedef {object} Pieces
 * @property {Record<string, string>} titles Titles of the pages.
 * @property {Map<string, string>} simplified Simplified forms of traditional characters.
 * @property {Ready[]} ready The pieces loaded so far, in order.
 * @property {boolean} complete Whether these are all.
 * @property {boolean} failed Whether loading failed; calling again retries.
 */

/** @type {Pieces} */
const pieces = { titles: {}, simplified: new Map(), ready: [], complete: false, failed: false };
/** @type {Set<(pieces: Pieces) => void>} */
const listeners = new Set();
/** Number of the next part to load. */
let next = 0;
let loading = false;

/**
 * Returns the pieces loaded so far, and loads the rest.
 *
 * @param {(pieces: Pieces) => void} [changed] Called whenever more are loaded, or loading fails.
 * @returns {Pieces}
 */
export function openPieces(changed) {
  if (changed) listeners.add(changed);
  if (!loading && !pieces.complete) loadRest();
  return pieces;
}

/**
 * Loads all pieces.
 *
 * @returns {Promise<Pieces>}
 * @throws {Error} If a part cannot be loaded.
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
