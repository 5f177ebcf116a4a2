/** The review of one item: shown, answered, rated by the result, and scheduled again. */
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { courseware, loadItems, mountItem } from '../../html/web/src/record/items.js';
import { dayWords } from './days.js';
import { schedule } from './schedule.js';
import { ANSWERED, ELSEWHERE, RECALLED } from './words.js';

/** @typedef {import('./plan.js').Planned} Planned */

/**
 * Shows an item for review. The chapter's answer is neither shown nor changed: reviews are answered
 * from scratch.
 *
 * @param {HTMLElement} place
 * @param {Planned} planned
 * @param {ReturnType<typeof import('./store.js').openReviews>} store
 * @param {{ title: string, chapter: string, goOn: () => void }} around Its title today, the title
 * of
 *   its chapter, and the function to continue with.
 * @throws {Error} If the item cannot be loaded.
 */
export async function ask(place, planned, store, { title, chapter, goOn }) {
  const item = (await loadItems([planned.id])).get(planned.id);
  if (!item) throw new Error(planned.id);
  const stage = make('div');
  const told = make('p', { class: 'review-told', role: 'status' });
  const next = make('button', { type: 'button', class: 'review-next', hidden: '' }, '下一题');
  const from = make('p', { class: 'review-from' }, '出自：', linkToPlace(planned, chapter));
  place.replaceChildren(stage, make('div', { class: 'review-after' }, told, next), from);
  next.addEventListener('click', goOn);

  const { seed } = courseware().openMemory(() => {});
  const before = planned.review;
  const exercise = mountItem(
    stage,
    item,
    {
      load: () => null,
      save: () => {},
      forget: () => {},
      // Another order at each review, so that learners do not memorise positions.
      seed: (id) => `${seed(id)}/${before?.reps ?? 0}`,
    },
    title,
  );
  let known = store.all().get(item.id)?.last;
  let hinted = false;
  let settled = false;

  /** @param {import('./entry.js').Rating} rating */
  const rate = (rating) => {
    const now = Date.now();
    const review = schedule(before, rating, item.version, now);
    const kept = store.keep(item.id, review, known);
    if (kept) known = review.last;
    const words = planned.ratesRecall ? RECALLED : ANSWERED;
    told.textContent = kept ? `${words[rating]}，${dayWords(review.due, now)}再复习。` : ELSEWHERE;
    next.hidden = false;
  };
  const settle = () => {
    settled = true;
    const focused = stage.contains(document.activeElement);
    exercise.buttons.retry.hidden = true;
    if (focused) next.focus({ preventScroll: true });
  };
  stage.addEventListener('exercise:graded', (event) => {
    if (settled) return;
    const { state, attempts } = /** @type {CustomEvent} */ (event).detail;
    if (planned.ratesRecall) rate(ratingOf(exercise.view.read().recall));
    else if (state !== 'correct') rate('again');
    else rate(attempts > 1 || hinted ? 'hard' : 'good');
    if (exercise.revealed) settle();
  });
  stage.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-action]') : null;
    const action = button?.getAttribute('data-action');
    if (action === 'hint') hinted = true;
    if (action === 'reveal') settle();
  });
}

/**
 * @param {string | undefined} recall
 * @returns {import('./entry.js').Rating}
 */
function ratingOf(recall) {
  return recall === 'hard' || recall === 'good' || recall === 'easy' ? recall : 'again';
}

/**
 * @param {Planned} planned
 * @param {string} chapter
 */
function linkToPlace({ page, id, number }, chapter) {
  return make('a', { href: addressOf(page, `ex-${id}`) }, `${chapter}　练习 ${number}`);
}
