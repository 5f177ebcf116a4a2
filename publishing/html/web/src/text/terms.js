/**
 * Terms in the speech: hovering over, focusing or pressing one opens its note. Without this script,
 * a term is a link to its entry in the index.
 */
import * as floating from '../frame/floating.js';

const HOVER_DELAY = 200;
const GAP = 6;

export function startTerms() {
  for (const term of document.querySelectorAll('a.term')) {
    const note = document.getElementById(term.getAttribute('data-note') ?? '');
    if (term instanceof HTMLElement && note) startTerm(term, note);
  }
}

/**
 * @param {HTMLElement} term
 * @param {HTMLElement} note
 */
function startTerm(term, note) {
  floating.makeFloating(note);
  const isOpen = () => floating.isOpen(note);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const soon = (/** @type {() => void} */ act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, HOVER_DELAY);
  };
  const open = () => {
    clearTimeout(waiting);
    if (isOpen()) return;
    floating.open(note, term);
    place(note, term);
  };
  const close = () => {
    clearTimeout(waiting);
    if (isOpen()) floating.close(note);
  };
  const leave = () => soon(() => note.contains(document.activeElement) || close());

  term.setAttribute('aria-haspopup', 'dialog');
  term.setAttribute('aria-expanded', 'false');
  note.addEventListener('toggle', () => term.setAttribute('aria-expanded', String(isOpen())));

  term.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
    // Opened by keyboard: move the focus into the note; Escape returns it.
    if (event.detail === 0) note.querySelector('a')?.focus();
  });
  term.addEventListener('focus', () => {
    if (term.matches(':focus-visible')) open();
  });
  term.addEventListener('blur', (event) => {
    if (!(event.relatedTarget instanceof Node && note.contains(event.relatedTarget))) close();
  });
  note.addEventListener('focusout', ({ relatedTarget }) => {
    const stays = relatedTarget instanceof Node && note.contains(relatedTarget);
    // Without a target, the window lost focus or the note is being closed.
    if (relatedTarget && !stays && relatedTarget !== term) close();
  });
  for (const part of [term, note]) {
    part.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'mouse') return;
      if (part === term) soon(open);
      else clearTimeout(waiting);
    });
    part.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType === 'mouse' && document.activeElement !== term) leave();
    });
  }
}

/**
 * Places a note below its term, or above it if there is more room, but never over it. It uses page
 * coordinates, so the note scrolls with the text.
 *
 * @param {HTMLElement} note
 * @param {HTMLElement} term
 */
function place(note, term) {
  const at = term.getBoundingClientRect();
  const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const page = document.documentElement.clientWidth;
  const below = window.innerHeight - at.bottom - GAP;
  const above = at.top - bar - GAP;
  const up = note.offsetHeight > below && above > below;
  const left = Math.max(GAP, Math.min(at.left, page - note.offsetWidth - GAP));
  note.style.setProperty('max-height', `${Math.max(up ? above : below, 120)}px`);
  const top = up ? at.top - GAP - note.offsetHeight : at.bottom + GAP;
  note.style.setProperty('left', `${left + window.scrollX}px`);
  note.style.setProperty('top', `${top + window.scrollY}px`);
}
