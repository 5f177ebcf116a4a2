/** Where the reader left off: saved while reading, offered on the front page. */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';
import { addressOf } from './addresses.js';
import { make } from './dom.js';

const NAME = 'place';
const { dataset } = document.documentElement;
/** Height of the bar: the first sentence ending below this line is where the reader is. */
const LINE = 72;

/** @typedef {{ page: string, title: string, anchor: string, words: string }} Place */

/** Shows the link on the front page; saves the place on pages that contain the speech. */
export function startResume() {
  const offer = document.getElementById('resume');
  if (offer) show(offer, readPlace());
  if (!document.querySelector('.sentence[id]')) return;
  const keep = () => {
    if (scrollY > 0) writePlace(placeNow());
  };
  // On a phone, the change to hidden may be the last event.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
  window.addEventListener('pagehide', keep);
  document.addEventListener('scrollend', keep);
}

/** @returns {Place} */
function placeNow() {
  const sentences = [...document.querySelectorAll('.sentence[id]')];
  const here = sentences.find((sentence) => sentence.getBoundingClientRect().bottom > LINE);
  const sentence = here ?? sentences.at(-1);
  return {
    page: dataset.page ?? '',
    title: document.querySelector('h1')?.firstChild?.textContent ?? '',
    anchor: sentence?.id ?? '',
    words: (sentence?.textContent ?? '').slice(0, 24),
  };
}

/** @param {Place} place */
function writePlace(place) {
  try {
    write(NAME, JSON.stringify(place));
  } catch {
    // The place is not saved; nothing else is lost.
  }
}

/** @returns {Place | null} */
function readPlace() {
  try {
    const { page, title, anchor, words } = JSON.parse(read(NAME) ?? '');
    const sound =
      [page, title, anchor, words].every((part) => typeof part === 'string') &&
      /^[a-z0-9/-]+$/.test(page) &&
      /^[a-z0-9.-]*$/.test(anchor);
    return sound ? { page, title, anchor, words } : null;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLElement} offer
 * @param {Place | null} place
 */
function show(offer, place) {
  if (!place) return;
  offer.append(
    make(
      'a',
      { class: 'resume-link', href: addressOf(place.page, place.anchor) },
      make('span', { class: 'resume-way' }, '接着上次读'),
      make('span', { class: 'resume-title' }, place.title),
      make('span', { class: 'resume-words' }, `${place.words}……`),
    ),
  );
  offer.hidden = false;
}
