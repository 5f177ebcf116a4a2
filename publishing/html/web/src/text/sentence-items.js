/**
 * Links from the text to its exercises. For the pointer, each sentence that is the source of items
 * shows their number; for keyboard, touch and screen readers, each paragraph has one mark at its
 * end for all of its sentences. Marks are outside the sentences and contain no text (the number is
 * CSS content), so that they are not read, searched or copied with the speech.
 */
import { eachInSlices } from '../../../../../exercises/web/src/pause.js';
import { addressOf } from '../frame/addresses.js';
import { make } from '../frame/dom.js';
import * as floating from '../frame/floating.js';
import { loadPart, ownPart } from '../frame/load.js';
import { sentenceLabel } from './labels.js';

/**
 * @typedef {[id: string, number: string, label: string]} Item
 * @typedef {{ pages: Record<string, string>, sentences: Record<string, Item[]> }} Data
 * @typedef {{ name: string, items: Item[] }} Group Items of one sentence.
 */

const LIST = 'sentence-items-list';

export function startSentenceItems() {
  if (!document.querySelector('.speech-part .sentence[id]')) return;
  const whenIdle =
    window.requestIdleCallback ?? ((/** @type {() => void} */ f) => setTimeout(f, 200));
  whenIdle(async () => {
    const data = await loadPart('sentence-items', 'sentenceItems', ownPart()).catch(() => null);
    // Without these data, the text is still complete.
    if (data) await markAll(/** @type {Data} */ (data));
  });
}

/** @param {Data} data */
async function markAll(data) {
  const list = make('div', { id: LIST, class: 'sentence-items-list' });
  list.addEventListener('click', (event) => {
    // A target on this page would stay hidden behind the list.
    if (event.target instanceof Element && event.target.closest('a')) floating.close(list);
  });
  // In the same landmark as its buttons.
  (document.querySelector('main') ?? document.body).append(list);
  floating.makeFloating(list);
  await eachInSlices(document.querySelectorAll('.speech-part'), (part) =>
    markPart(part, data, list),
  );
}

/**
 * @param {Element} part
 * @param {Data} data
 * @param {HTMLElement} list
 */
function markPart(part, data, list) {
  /** @type {Group[]} */
  const groups = [];
  for (const sentence of part.querySelectorAll('.sentence')) {
    const items = data.sentences[sentence.id];
    if (!items) continue;
    const group = { name: sentenceLabel(sentence.id), items };
    groups.push(group);
    const mark = makeMark('sentence-items', [group], data, list);
    // Screen readers and the keyboard use the paragraph's mark instead.
    mark.tabIndex = -1;
    mark.setAttribute('aria-hidden', 'true');
    sentence.after(mark);
  }
  if (groups.length) part.append(makeMark('part-items', groups, data, list));
}

/**
 * Makes a mark: a link to a single item, or a button that lists several.
 *
 * @param {string} name
 * @param {Group[]} groups
 * @param {Data} data
 * @param {HTMLElement} list
 */
function makeMark(name, groups, data, list) {
  const items = new Map(groups.flatMap((group) => group.items).map((item) => [item[0], item]));
  const [only] = items.values();
  const where = groups.length === 1 ? groups[0]?.name : '这一段';
  const said = { class: name, 'data-count': String(items.size) };
  if (only && items.size === 1) {
    const label = `${where}的练习：练习 ${only[1]} ${only[2]}`;
    return make('a', { ...said, href: placeOf(only, data), 'aria-label': label, title: label });
  }
  const label = `${where}的练习：${items.size} 道`;
  const button = make('button', {
    ...said,
    type: 'button',
    ...(floating.KNOWS_POPOVERS ? { popovertarget: LIST } : { 'aria-controls': LIST }),
    'aria-label': label,
    title: label,
  });
  // Filled on click, before the browser opens the popover.
  button.addEventListener('click', (event) => {
    list.replaceChildren(...groups.flatMap((group) => listed(group, data)));
    list.addEventListener('toggle', () => place(list, button), { once: true });
    if (floating.KNOWS_POPOVERS) return;
    floating.open(list, button);
    if (event.detail === 0) list.querySelector('a')?.focus();
  });
  return button;
}

/**
 * @param {Group} group
 * @param {Data} data
 */
function listed({ name, items }, data) {
  const links = items.map((item) =>
    make('li', {}, make('a', { href: placeOf(item, data) }, `练习 ${item[1]}　${item[2]}`)),
  );
  return [make('p', {}, name), make('ul', {}, ...links)];
}

/**
 * @param {Item} item
 * @param {Data} data
 */
function placeOf([id], { pages }) {
  return addressOf(pages[id.slice(0, id.indexOf('-'))] ?? '', `ex-${id}`);
}

/**
 * Places the open list below its button, or above it if there is no room.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} button
 */
function place(list, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = at.bottom + height + 8 < innerHeight || at.top < height + 8;
  const start = at.left > innerWidth / 2 ? at.right - width : at.left;
  const left = Math.max(8, Math.min(start, innerWidth - width - 8));
  list.style.setProperty('left', `${left}px`);
  list.style.setProperty('top', `${below ? at.bottom + 4 : at.top - height - 4}px`);
}
