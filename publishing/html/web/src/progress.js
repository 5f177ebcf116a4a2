/** The progress page: what is done, right at once, to redo; the record as a file; starting over. */
import { make } from './dom.js';
import { loadIndex, readRecord, standing, writeEntries } from './record.js';
import { exportRecord, importRecord } from './transfer.js';

/** @typedef {import('./record.js').Chapter} Chapter */
/** @typedef {import('./record.js').Saved} Saved */

const root = document.documentElement.dataset.root ?? '';
const STANDINGS = { right: '答对', redo: '要重做', stale: '题目已更新', new: '未做' };

/** @param {HTMLElement} place */
async function start(place) {
  let chapters;
  try {
    chapters = await loadIndex();
  } catch {
    place.replaceChildren(make('p', { role: 'alert' }, '题目的清单没能载入，请检查网络后再试。'));
    return;
  }
  const status = make('p', { class: 'progress-status', role: 'status' });
  const view = make('div');
  /** @param {string} [told] */
  const show = (told = '') => {
    const record = readRecord();
    const open = [...view.querySelectorAll('details')].map((chapter) => chapter.open);
    const shown = chapters.map((chapter) => details(chapter, record, reset));
    for (const [i, chapter] of shown.entries()) chapter.open = open[i] ?? false;
    view.replaceChildren(overview(chapters, record), ...shown);
    status.textContent = told;
  };
  /** @param {string[]} items @param {string} what */
  const reset = (items, what) => {
    const record = readRecord();
    const kept = items.flatMap((item) => {
      const saved = record.get(item);
      return saved ? [/** @type {[string, Saved]} */ ([item, saved])] : [];
    });
    if (!kept.length || !confirm(`清除${what}的 ${kept.length} 道题的作答？`)) return;
    writeEntries(kept.map(([item]) => [item, null]));
    show(`已清除${what}的作答。`);
    const undo = make('button', { type: 'button' }, '撤销');
    undo.addEventListener('click', () => {
      writeEntries(kept);
      show(`已恢复${what}的作答。`);
    });
    status.append(' ', undo);
    undo.focus();
  };
  const all = () => [...readRecord().keys()];
  place.replaceChildren(
    status,
    view,
    tools(show, () => reset(all(), '全部章节')),
  );
  show();
  window.addEventListener('storage', () => show());
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
 * @param {import('./record.js').Entry[]} items
 * @param {Map<string, Saved>} record
 */
function counts(items, record) {
  const count = { right: 0, redo: 0, stale: 0, new: 0 };
  for (const item of items) count[standing(item, record)] += 1;
  return count;
}

/**
 * @param {Chapter} chapter
 * @param {Map<string, Saved>} record
 * @param {(items: string[], what: string) => void} reset
 */
function details(chapter, record, reset) {
  const { page, title, items, objectives } = chapter;
  const count = counts(items, record);
  const clear = make('button', { type: 'button' }, '清除本章作答');
  clear.addEventListener('click', () =>
    reset(
      items.map(({ id }) => id),
      `“${title}”`,
    ),
  );
  clear.disabled = count.new === items.length;
  const summary = make(
    'summary',
    {},
    make('span', { class: 'progress-title' }, title),
    make('span', { class: 'progress-count' }, `${count.right + count.redo}/${items.length}`),
  );
  const groups = Object.entries(objectives).map(([id, text]) => {
    const own = items.filter((item) => item.objective === id);
    return make(
      'li',
      {},
      text,
      make('ul', { class: 'progress-items' }, ...own.map((item) => itemLink(page, item, record))),
    );
  });
  return make(
    'details',
    { class: 'progress-chapter' },
    summary,
    make('ul', { class: 'progress-objectives' }, ...groups),
    clear,
  );
}

/**
 * @param {string} page
 * @param {import('./record.js').Entry} item
 * @param {Map<string, Saved>} record
 */
function itemLink(page, item, record) {
  const state = standing(item, record);
  return make(
    'li',
    { 'data-standing': state },
    make('a', { href: `${root}${page}.html#ex-${item.id}` }, `练习 ${item.number}`),
    ` ${STANDINGS[state]}`,
  );
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
    const day = new Date().toISOString().slice(0, 10);
    make('a', { href: url, download: `学习记录-${day}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  buttons.import.addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      const taken = await importRecord(chosen);
      show(taken ? `已导入 ${taken} 道题的作答。` : '文件里的作答都不比本机的新，没有改动。');
    } catch (error) {
      show(error instanceof Error ? error.message : String(error));
    }
    file.value = '';
  });
  buttons.print.addEventListener('click', () => print());
  buttons.reset.addEventListener('click', resetAll);
  return make('div', { class: 'progress-tools' }, ...Object.values(buttons), file);
}

const place = document.getElementById('progress');
if (place) start(place);
