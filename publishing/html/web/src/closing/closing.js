/** The summary at the end of a page with exercises: objectives, results, reviews, the next page. */
import './closing.css';
import { readAllowance } from '../../../../pages/review/allowance.js';
import { dayWords } from '../../../../pages/review/days.js';
import REVIEWS from '../../../../pages/review/part.js';
import { planReviews } from '../../../../pages/review/plan.js';
import { addressOf, fileAddress, livePage } from '../frame/addresses.js';
import { make } from '../frame/dom.js';
import { loadIndex, readPart, readRecord, standing } from '../record/record.js';
import { objectivesOf, sumOf } from './sums.js';

/** @typedef {import('../record/record.js').Chapter} Chapter */
/** @typedef {import('../record/record.js').Entry} Entry */

const NAME = 'closing';

/** @type {Promise<Chapter[]> | null} */
let index = null;
/** @type {Promise<unknown> | null} */
let styled = null;

/**
 * Shows the summary of this page, or updates it.
 *
 * @param {Element} page
 * @returns {Promise<HTMLElement | null>} `null` if the page has no exercises of the book.
 */
async function show(page) {
  styled ??= loadStyle();
  index ??= loadIndex();
  const [chapters] = await Promise.all([index, styled]);
  const here = chapters.find((chapter) => chapter.page === document.documentElement.dataset.page);
  if (!here) return null;
  const closing = document.getElementById(NAME) ?? made(page);
  closing.replaceChildren(
    make('h2', { id: `${NAME}-title` }, '本页收尾'),
    ...sums(here),
    ...objectives(here),
    ...reviews(chapters, here),
    ...next(),
  );
  return closing;
}

function loadStyle() {
  const href = fileAddress(`_static/${NAME}.css`);
  const link = make('link', { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve) => {
    // The summary is usable without its style sheet too.
    link.onload = link.onerror = resolve;
  });
}

/** @param {Element} page */
function made(page) {
  const attributes = { id: NAME, class: NAME, tabindex: '-1', 'aria-labelledby': `${NAME}-title` };
  const closing = make('section', attributes);
  page.append(closing);
  return closing;
}

/** @param {Chapter} here */
function sums(here) {
  const record = readRecord();
  const { all, open, redo, first } = sumOf(here, record);
  const done = all - open.length;
  const share = done ? `（${Math.round((100 * first) / done)}%）` : '';
  const head = open.length
    ? `共 ${all} 题，做了 ${done} 题`
    : `${all} 题都做过了${redo.length ? '' : '，全部做对'}`;
  return [
    make('p', {}, `${head}；一次答对 ${first} 题${share}。`),
    ...ways('还没有做：', open),
    ...ways('还没有做对：', redo),
  ];
}

/**
 * @param {string} words
 * @param {Entry[]} entries
 */
function ways(words, entries) {
  if (!entries.length) return [];
  const links = entries.flatMap(({ id, number }, i) => [
    ...(i ? ['、'] : []),
    make('a', { href: `#ex-${id}` }, `练习 ${number}`),
  ]);
  return [make('p', {}, words, ...links, '。')];
}

/** @param {Chapter} here */
function objectives(here) {
  const record = readRecord();
  const lines = objectivesOf(here, (entry) => standing(entry, record) === 'right').map(
    ({ text, right, all }) =>
      make(
        'li',
        right === all ? { 'data-done': '' } : {},
        make('span', { class: 'closing-tick', 'aria-hidden': 'true' }, right === all ? '✓' : '○'),
        make('span', {}, text),
        make('span', { class: 'closing-count' }, `做对 ${right}/${all} 题`),
      ),
  );
  if (!lines.length) return [];
  return [make('h3', {}, '学习目标'), make('ul', {}, ...lines)];
}

/**
 * Says when items of this page are due for review.
 *
 * @param {Chapter[]} chapters
 * @param {Chapter} here
 */
function reviews(chapters, here) {
  const address = livePage('review');
  if (!address) return [];
  const now = Date.now();
  const plan = planReviews(chapters, readRecord(), readPart(REVIEWS), now, readAllowance());
  const ofHere = (/** @type {{ page: string }[]} */ list) =>
    list.filter(({ page }) => page === here.page);
  const today = ofHere([...plan.due, ...plan.fresh]).length;
  /** @type {Map<string, number>} */
  const days = new Map();
  for (const { due } of plan.later.filter(({ page }) => page === here.page)) {
    const day = dayWords(due, now);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const waiting = ofHere(plan.waiting).length;
  const told = [
    ...(today ? [`今天 ${today} 题`] : []),
    ...[...days].map(([day, count]) => `${day} ${count} 题`),
    ...(waiting ? [`另有 ${waiting} 题排在以后几天`] : []),
  ];
  if (!told.length) return [];
  const link = make('a', { href: addressOf(address) }, '今日复习');
  return [
    make('p', {}, '没有一次答对的题和评定过的记忆卡，会在', link, `里再来：${told.join('，')}。`),
  ];
}

/** A link to the next page, with the title in the page's own link. */
function next() {
  const link = document.querySelector('.neighbour[rel=next]');
  const title = link?.lastChild?.textContent;
  if (!link || !title) return [];
  const way = make('a', { href: link.getAttribute('href') ?? '' }, `接着读：${title}`);
  return [make('p', { class: 'closing-next' }, make('strong', {}, way))];
}

Object.assign(window, { courseClosing: { show } });
