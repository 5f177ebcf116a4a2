/**
 * Exercises away from their own page: loads the items of a chapter on demand, and mounts a live
 * exercise in any element. The page must have the exercises' script (see
 * `publishing/html/assets.py`).
 */
import { addressOf } from '../frame/addresses.js';
import { make } from '../frame/dom.js';
import { loadPart } from '../frame/load.js';

/** @typedef {import('../../../../../exercises/web/src/types.js').Payload} Payload */
/** @typedef {import('../../../../../exercises/web/src/types.js').Memory} Memory */
/** @typedef {import('../../../../../exercises/web/src/exercise.js').Exercise} Exercise */
/**
 * @typedef {{ id: string, label: string, page: string, anchor: string }} StoredSource
 * @typedef {object} Placed What an item has besides its payload, to be shown anywhere.
 * @property {string} number Such as 3-1.
 * @property {string} chapter Id of its chapter.
 * @property {string} page The document that shows it.
 * @property {string} objective Id of its objective.
 * @property {string} level
 * @typedef {Payload & Placed} Item
 * @typedef {object} Chapter
 * @property {string} id
 * @property {string} page
 * @property {string} title
 * @property {Record<string, string>} objectives
 * @property {Item[]} items In the order of the page.
 * @typedef {object} Courseware What the exercises' script exports.
 * @property {typeof import('../../../../../exercises/web/src/exercise.js').Exercise} Exercise
 * @property {typeof import('../../../../../exercises/web/src/memory.js').openMemory} openMemory
 */

/** @type {Map<string, Promise<Chapter>>} */
const loading = new Map();

/** Returns the exercises' own code, which the page has loaded. */
export function courseware() {
  return /** @type {{ courseExercises: Courseware }} */ (/** @type {unknown} */ (window))
    .courseExercises;
}

/**
 * Returns the chapter of an item, which is the first part of its id.
 *
 * @param {string} item
 */
export function chapterOf(item) {
  return item.slice(0, item.indexOf('-'));
}

/**
 * Loads a chapter's items, once.
 *
 * @param {string} chapter
 * @returns {Promise<Chapter>}
 * @throws {Error} If the chapter does not exist or cannot be loaded.
 */
export function loadChapter(chapter) {
  let loaded = loading.get(chapter);
  if (!loaded) {
    loaded = loadPart('items', 'courseItems', chapter).then(linked);
    // Allow a retry after a failure.
    loaded.catch(() => loading.delete(chapter));
    loading.set(chapter, loaded);
  }
  return loaded;
}

/**
 * Loads items of any chapters.
 *
 * @param {Iterable<string>} ids
 * @returns {Promise<Map<string, Item>>} In the order requested, without those that no longer exist.
 * @throws {Error} If one of the chapters does not exist or cannot be loaded.
 */
export async function loadItems(ids) {
  const wanted = [...ids];
  const names = [...new Set(wanted.map(chapterOf))];
  const chapters = await Promise.all(names.map(loadChapter));
  const known = new Map(chapters.flatMap(({ items }) => items.map((item) => [item.id, item])));
  return new Map(
    wanted.flatMap((id) => {
      const item = known.get(id);
      return item ? [/** @type {[string, Item]} */ ([id, item])] : [];
    }),
  );
}

/**
 * Mounts a live exercise, replacing the content of an element.
 *
 * @param {HTMLElement} place
 * @param {Item} item
 * @param {Memory} memory Where its answers are saved; `courseware().openMemory(tell)` returns that
 * of
 *   the chapter's page.
 * @param {string} [title] Its title here; by default its number in the book.
 * @param {{ test?: boolean }} [options] Options of the exercise.
 * @returns {Exercise}
 */
export function mountItem(place, item, memory, title = `练习 ${item.number}`, options = {}) {
  const named = `ex-${item.id}-title`;
  const live = make('div', { class: 'exercise-live' });
  const section = make(
    'section',
    {
      class: 'exercise',
      id: `ex-${item.id}`,
      'data-item': item.id,
      'data-kind': item.kind,
      'aria-labelledby': named,
    },
    make(
      'p',
      { class: 'exercise-title', id: named },
      make('span', { class: 'exercise-number' }, title),
      make('span', { class: 'exercise-label' }, item.label),
    ),
    live,
  );
  place.replaceChildren(section);
  const { Exercise } = courseware();
  return new Exercise(section, live, item, memory, options);
}

/**
 * Converts the locations of sources to addresses relative to this page.
 *
 * @param {Chapter} chapter
 * @returns {Chapter}
 */
function linked(chapter) {
  const items = chapter.items.map((item) => ({
    ...item,
    sources: /** @type {StoredSource[]} */ (/** @type {unknown} */ (item.sources)).map(
      ({ id, label, page, anchor }) => ({ id, label, href: addressOf(page, anchor) }),
    ),
  }));
  return { ...chapter, items };
}
