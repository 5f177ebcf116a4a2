/** Progress marks: next to pages in the contents and on maps, and for the course in the bar. */

import { follow } from '../../../../../exercises/web/src/course-storage.js';
import { readAllowance } from '../../../../pages/review/allowance.js';
import REVIEWS from '../../../../pages/review/part.js';
import { planReviews } from '../../../../pages/review/plan.js';
import { loadIndex, readPartInSlices, readRecordInSlices } from '../record/record.js';
import { tally } from '../record/tally.js';
import { livePage } from './addresses.js';
import { make } from './dom.js';

/** @typedef {import('../record/record.js').Chapter} Chapter */

export async function startMarks() {
  const contents = document.getElementById('contents');
  if (!contents) return;
  /** @type {Promise<Chapter[]> | null} */
  let loading = null;
  let latest = 0;
  const update = async () => {
    const own = ++latest;
    const record = await readRecordInSlices();
    const reviews = await readPartInSlices(REVIEWS);
    // A newer update has started.
    if (own !== latest) return;
    // Once shown, marks are updated even if the record becomes empty.
    if (!record.size && !reviews.size && !loading) return;
    loading ??= loadIndex();
    const chapters = await loading.catch(() => []);
    const links = linksByFile(contents);
    let [done, all] = [0, 0];
    for (const { page, items } of chapters) {
      const { right, redo } = tally(items, record);
      const did = right + redo;
      // The tick means the same as on the progress page: all correct.
      const isRight = right === items.length;
      const said = isRight ? '练习全部答对' : counted(did, items.length, redo);
      const shown = isRight ? '✓' : `${did}/${items.length}`;
      for (const link of links.get(fileOf(page)) ?? []) {
        mark(link, did ? [shown, said] : null, did / items.length);
      }
      done += did;
      all += items.length;
    }
    const { due, fresh } = planReviews(chapters, record, reviews, Date.now(), readAllowance());
    const today = due.length + fresh.length;
    mark(
      links.get(fileOf(livePage('review') ?? ''))?.[0],
      today ? [`${today}`, `今天有${today}道题要复习`] : null,
    );
    document.querySelector('.bar-progress')?.remove();
    if (done) showInBar(done, all, links.get(fileOf(livePage('progress') ?? ''))?.[0]);
  };
  for (const event of ['exercise:graded', 'review:kept', 'record:changed']) {
    document.addEventListener(event, update);
  }
  follow(update);
  await update();
}

/**
 * @param {number} done
 * @param {number} all
 * @param {number} [redo] How many of those done are to be redone.
 */
function counted(done, all, redo = 0) {
  return `练习做了${done}道，共${all}道${redo ? `，要重做${redo}道` : ''}`;
}

/** @param {string} page */
function fileOf(page) {
  return `${page.split('/').pop()}.html`;
}

/**
 * Finds the links that carry marks: one in the contents for each page, and those on maps of the
 * speech, except for the closing sentence of a part. All at once: a course may have a hundred pages.
 *
 * @param {HTMLElement} contents
 * @returns {Map<string, HTMLAnchorElement[]>} By the file that they lead to.
 */
function linksByFile(contents) {
  /** @type {Map<string, HTMLAnchorElement[]>} */
  const found = new Map();
  for (const link of contents.querySelectorAll('a')) {
    const file = ownFile(link);
    if (!found.has(file)) found.set(file, [link]);
  }
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const onMaps = document.querySelectorAll('.addition-map li:not(.map-close) > .map-line > a');
  for (const link of onMaps) {
    if (!link.hash) found.get(ownFile(link))?.push(link);
  }
  return found;
}

/** @param {HTMLAnchorElement} link Of the contents, where the page itself has no file name, or of a map. */
function ownFile(link) {
  const { page } = document.documentElement.dataset;
  if (page && link.getAttribute('href') === '#') return fileOf(page);
  return link.pathname.split('/').pop() ?? '';
}

/**
 * @param {Element | null | undefined} link
 * @param {[string, string] | null} words Visible text and text for screen readers; `null` for none.
 * @param {number} [share] Share that is done, between 0 and 1, for the bar on maps.
 */
function mark(link, words, share = 0) {
  link?.querySelector('.done')?.remove();
  if (!words) return;
  const [shown, said] = words;
  const told = make(
    'span',
    { class: 'done' },
    make('span', { 'aria-hidden': 'true' }, shown),
    make('span', { class: 'visually-hidden' }, `（${said}）`),
  );
  told.style.setProperty('--share', `${share}`);
  link?.append(told);
}

/**
 * Shows the course's progress as a ring with a link to the progress page.
 *
 * @param {number} done
 * @param {number} all
 * @param {HTMLAnchorElement} [link] To the progress page.
 */
function showInBar(done, all, link) {
  if (!link) return;
  const said = `学习进度：全书${counted(done, all)}`;
  const bar = make('a', {
    class: 'bar-button bar-progress',
    href: link.getAttribute('href') ?? '',
    title: said,
    'aria-label': said,
  });
  bar.append(ring(done / all));
  document.getElementById('search-button')?.before(bar);
}

/** @param {number} share Between 0 and 1. */
function ring(share) {
  const svg = drawn('svg', { class: 'icon', viewBox: '0 0 24 24', width: '22', height: '22' });
  svg.setAttribute('aria-hidden', 'true');
  const circle = { cx: '12', cy: '12', r: '9', fill: 'none', 'stroke-width': '3' };
  svg.append(
    drawn('circle', { ...circle, class: 'ring-all' }),
    drawn('circle', {
      ...circle,
      class: 'ring-done',
      // With a path length of 100, dashes are in percent.
      pathLength: '100',
      'stroke-dasharray': `${Math.max(2, share * 100)} 100`,
      transform: 'rotate(-90 12 12)',
    }),
  );
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function drawn(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
