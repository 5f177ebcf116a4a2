/** The progress page: what is done, correct, to redo; export and import of the record; reset. */
import { follow } from '../../../exercises/web/src/course-storage.js';
import { layOutInTurn } from '../../../exercises/web/src/lay-out.js';
import { eachInSlices, pause } from '../../../exercises/web/src/pause.js';
import { addressOf, livePage } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import {
  bringBack,
  clearEntries,
  entriesOf,
  OF_ITEMS,
  savedItems,
} from '../../html/web/src/record/clearing.js';
import { putTimesRight } from '../../html/web/src/record/clock.js';
import { earlierEntries } from '../../html/web/src/record/earlier.js';
import {
  loadIndex,
  readPartInSlices,
  readRecord,
  readRecordInSlices,
  standing,
} from '../../html/web/src/record/record.js';
import { tally } from '../../html/web/src/record/tally.js';
import { takeEntries } from '../../html/web/src/record/transfer.js';
import { ALLOWANCE_ENTRY, readAllowance } from '../review/allowance.js';
import REVIEWS from '../review/part.js';
import { planReviews } from '../review/plan.js';
import { chapterRow, SHAPES, STANDINGS } from './row.js';
import { studyRecord } from './study-record.js';
import { importedWords, tools } from './tools.js';
import { weekChart } from './week.js';

/** @typedef {import('../../html/web/src/record/record.js').Chapter} Chapter */
/** @typedef {import('../../html/web/src/record/record.js').Saved} Saved */

/** Prefixes of the entries that this page shows. */
const SHOWN = [...OF_ITEMS.map(({ entry }) => entry), ALLOWANCE_ENTRY];

/** @param {HTMLElement} place */
async function start(place) {
  /** @type {Chapter[]} */
  let chapters;
  try {
    chapters = await loadIndex();
  } catch {
    place.replaceChildren(make('p', { role: 'alert' }, '题目的清单没能载入，请检查网络后再试。'));
    return;
  }
  const status = make('p', { class: 'progress-status', role: 'status' });
  const head = make('div');
  const rows = make('div', { class: 'progress-rows' });
  const printed = make('div');
  /** @type {ReturnType<typeof chapterRow>[]} */
  const made = [];
  let latest = 0;
  /** @param {string} [told] New message; by default the present one stays. */
  const show = async (told) => {
    const own = ++latest;
    if (told !== undefined) status.textContent = told;
    const now = Date.now();
    // Everything in slices: with thousands of answers, each step takes long on a slow phone.
    const record = await readRecordInSlices();
    const reviews = await readPartInSlices(REVIEWS);
    const plan = planReviews(chapters, record, reviews, now, readAllowance());
    await pause();
    // A newer update has started.
    if (own !== latest) return;
    const due = [...plan.due, ...plan.fresh];
    const ids = new Set(due.map(({ id }) => id));
    head.replaceChildren(
      overview(chapters, record),
      ...dueLine(due.length),
      ...weekChart(plan, now),
      ...earlierLine(show),
      legend(),
    );
    await pause();
    await eachInSlices(chapters.entries(), ([i, chapter]) => {
      made[i] ??= chapterRow(chapter, reset);
      made[i].update(record, ids);
      if (!made[i].element.isConnected) rows.append(made[i].element);
    });
    const dueOn = (/** @type {string} */ of) => due.filter(({ page }) => page === of).length;
    await pause();
    printed.replaceChildren(studyRecord(chapters, record, dueOn, now));
    await pause();
    document.dispatchEvent(new CustomEvent('record:changed'));
    await layOutInTurn(rows.querySelectorAll('.progress-chapter:not(.laid-out)'));
  };
  /** @param {string[]} items @param {string} what */
  const reset = async (items, what) => {
    const record = readRecord();
    const answered = items.filter((item) => record.has(item)).length;
    const kept = entriesOf(items);
    if (!kept.length) return;
    if (!confirm(`清除${what}的 ${answered} 道题的作答和复习安排？`)) return;
    clearEntries(kept);
    await show(`已清除${what}的作答和复习安排。`);
    const undo = make('button', { type: 'button' }, '撤销');
    undo.addEventListener('click', () => {
      bringBack(kept);
      show(`已恢复${what}的作答和复习安排。`);
    });
    status.append(' ', undo);
    undo.focus();
  };
  place.replaceChildren(
    status,
    head,
    rows,
    tools(show, () => reset(savedItems(), '全部章节')),
    printed,
  );
  await putTimesRight(Date.now());
  await show();
  follow((name) => {
    if (name === null || SHOWN.some((entry) => name.startsWith(entry))) show();
  });
}

/**
 * @param {Chapter[]} chapters
 * @param {Map<string, Saved>} record
 */
function overview(chapters, record) {
  const items = chapters.flatMap((chapter) => chapter.items);
  const count = tally(items, record);
  const done = count.right + count.redo;
  const atOnce = items.filter(
    (item) => standing(item, record) === 'right' && record.get(item.id)?.first === 'correct',
  ).length;
  return make(
    'div',
    { class: 'progress-overview' },
    make(
      'p',
      {},
      `全书 ${items.length} 道题：做了 ${done} 道，答对 ${count.right} 道（其中第一次就对 ${atOnce} 道），要重做 ${count.redo} 道。`,
    ),
    make('progress', {
      max: String(items.length),
      value: String(done),
      'aria-label': '全书练习进度',
    }),
  );
}

/** Explains the cells. */
function legend() {
  const kinds = /** @type {(keyof typeof STANDINGS)[]} */ (Object.keys(STANDINGS));
  const cell = (/** @type {Record<string, string>} */ attributes, /** @type {string} */ shape) =>
    make('span', { class: 'progress-cell', 'aria-hidden': 'true', ...attributes }, shape);
  return make(
    'ul',
    { class: 'progress-legend', 'aria-label': '图例' },
    ...kinds.map((kind) =>
      make('li', {}, cell({ 'data-standing': kind }, SHAPES[kind]), STANDINGS[kind]),
    ),
    make('li', {}, cell({ 'data-standing': 'new', 'data-due': '' }, ''), '到期复习'),
  );
}

/**
 * Offers to copy entries that were saved before each edition had a record of its own.
 *
 * @param {(told: string) => void} show
 */
function earlierLine(show) {
  if (!earlierEntries()) return [];
  const fetchThem = make('button', { type: 'button' }, '也取到这里');
  fetchThem.addEventListener('click', () => {
    try {
      show(importedWords(takeEntries(earlierEntries() ?? {})));
    } catch (error) {
      show(error instanceof Error ? error.message : String(error));
    }
  });
  const told = '这个浏览器里还有以前保存的学习记录，已归入先打开的另一份课程。';
  return [make('p', { class: 'progress-earlier' }, told, fetchThem)];
}

/** @param {number} due */
function dueLine(due) {
  const review = livePage('review');
  if (!due || !review) return [];
  const link = make('a', { href: addressOf(review) }, '去今日复习');
  return [make('p', { class: 'progress-review' }, `今天有 ${due} 道题要复习。`, link)];
}

const place = document.getElementById('progress');
if (place) start(place);
