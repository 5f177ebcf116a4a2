/** The progress page: what is done, right at once, to redo; the record as a file; starting over. */
import { follow, read } from '../../../exercises/web/src/course-storage.js';
import { eachInSlices, pause } from '../../../exercises/web/src/pause.js';
import { addressOf, livePage } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { earlierEntries } from '../../html/web/src/record/earlier.js';
import { PARTS } from '../../html/web/src/record/parts.js';
import {
  loadIndex,
  readPart,
  readPartInSlices,
  readRecord,
  readRecordInSlices,
  writeEntries,
} from '../../html/web/src/record/record.js';
import { exportRecord, importRecord, takeEntries } from '../../html/web/src/record/transfer.js';
import { readAllowance } from '../review/allowance.js';
import { dayOf } from '../review/days.js';
import REVIEWS from '../review/part.js';
import { planReviews } from '../review/plan.js';
import { chapterDetails, counts } from './chapter.js';
import { studyRecord } from './study-record.js';

/** @typedef {import('../../html/web/src/record/record.js').Chapter} Chapter */
/** @typedef {import('../../html/web/src/record/record.js').Saved} Saved */

/** What is cleared with an item's answer. */
const OF_ITEMS = Object.values(PARTS).filter((part) => part.of === 'item');

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
  const view = make('div');
  let latest = 0;
  /** @param {string} [told] */
  const show = async (told = '') => {
    const own = ++latest;
    const now = Date.now();
    // All of it in steps: with thousands of answers each takes long on a slow phone.
    const record = await readRecordInSlices();
    const reviews = await readPartInSlices(REVIEWS);
    const plan = planReviews(chapters, record, reviews, now, readAllowance());
    await pause();
    const due = [...plan.due, ...plan.fresh];
    const ids = new Set(due.map(({ id }) => id));
    const dueOn = (/** @type {string} */ of) => due.filter(({ page }) => page === of).length;
    /** @type {HTMLDetailsElement[]} */
    const shown = [];
    await eachInSlices(chapters, (chapter) =>
      shown.push(chapterDetails(chapter, record, ids, reset)),
    );
    const printed = studyRecord(chapters, record, dueOn, now);
    await pause();
    // Something newer is on its way.
    if (own !== latest) return;
    const open = [...view.querySelectorAll('details')].map((chapter) => chapter.open);
    for (const [i, chapter] of shown.entries()) chapter.open = open[i] ?? false;
    view.replaceChildren(
      overview(chapters, record),
      ...earlierLine(show),
      ...dueLine(due.length),
      ...shown,
      printed,
    );
    status.textContent = told;
    document.dispatchEvent(new CustomEvent('record:changed'));
  };
  /** @param {string[]} items @param {string} what */
  const reset = async (items, what) => {
    const record = readRecord();
    const answered = items.filter((item) => record.has(item)).length;
    const names = items.flatMap((item) => OF_ITEMS.map(({ entry }) => entry + item));
    /** @type {[string, string | null][]} */
    const kept = names.map((name) => [name, read(name)]);
    if (!kept.some(([, text]) => text)) return;
    if (!confirm(`清除${what}的 ${answered} 道题的作答和复习安排？`)) return;
    writeEntries(names.map((name) => [name, null]));
    await show(`已清除${what}的作答和复习安排。`);
    const undo = make('button', { type: 'button' }, '撤销');
    undo.addEventListener('click', () => {
      writeEntries(kept);
      show(`已恢复${what}的作答和复习安排。`);
    });
    status.append(' ', undo);
    undo.focus();
  };
  const all = () => [...new Set(OF_ITEMS.flatMap((part) => [...readPart(part).keys()]))];
  place.replaceChildren(
    status,
    view,
    tools(show, () => reset(all(), '全部章节')),
  );
  show();
  follow(() => show());
}

/**
 * @param {Chapter[]} chapters
 * @param {Map<string, Saved>} record
 */
function overview(chapters, record) {
  const items = chapters.flatMap((chapter) => chapter.items);
  const count = counts(items, record);
  const done = count.right + count.redo;
  const atOnce = items.filter(({ id }) => record.get(id)?.first === 'correct').length;
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

/**
 * Offers what was saved before each edition kept a record of its own.
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

/**
 * @param {(told?: string) => void} show
 * @param {() => void} resetAll
 */
function tools(show, resetAll) {
  const file = make('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const buttons = {
    export: make('button', { type: 'button' }, '导出学习记录'),
    import: make('button', { type: 'button' }, '导入学习记录'),
    print: make('button', { type: 'button' }, '打印这一页'),
    reset: make('button', { type: 'button' }, '清除全部作答'),
  };
  buttons.export.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([exportRecord()], { type: 'application/json' }));
    make('a', { href: url, download: `学习记录-${fileDay(Date.now())}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  buttons.import.addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      show(importedWords(await importRecord(chosen)));
    } catch (error) {
      show(error instanceof Error ? error.message : String(error));
    }
    file.value = '';
  });
  buttons.print.addEventListener('click', () => print());
  buttons.reset.addEventListener('click', resetAll);
  return make('div', { class: 'progress-tools' }, ...Object.values(buttons), file);
}

/** @param {Record<string, number>} taken */
function importedWords(taken) {
  const others = Object.values(PARTS).filter((part) => part.of !== 'item');
  const parts = [...OF_ITEMS, ...others].flatMap(({ name, counted }) =>
    taken[name] ? [counted(taken[name])] : [],
  );
  if (!parts.length) return '文件里的记录都不比本机的新，没有改动。';
  return `已导入 ${new Intl.ListFormat('zh-CN').format(parts)}。`;
}

/**
 * Gives the reader's own day for a file's name, where it sorts by date.
 *
 * @param {number} now
 */
function fileDay(now) {
  const noon = dayOf(now) + 43_200_000;
  return new Date(noon - new Date(noon).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const place = document.getElementById('progress');
if (place) start(place);
