/** The start screen: continue a paper, begin one, view earlier results. */

import { make } from '../../html/web/src/frame/dom.js';
import { loadItems } from '../../html/web/src/record/items.js';
import { ask } from './ask.js';
import { choose, drawSitting, groupBy, isAnswered, sizeOf, sum, totalOf } from './paper.js';
import { inDays } from './words.js';

/** @typedef {import('./paper.js').Plan} Plan */
/** @typedef {import('./records.js').Records} Records */
/** @typedef {import('./records.js').Sitting} Sitting */

/**
 * @param {Plan[]} plans
 * @param {Records} records
 * @param {import('./script.js').Screens} screens
 * @returns {Promise<HTMLElement>}
 */
export async function startScreen(plans, records, screens) {
  const sitting = records.sitting();
  const screen = make('div', {});
  screen.append(
    sitting ? await unfinished(sitting, records, screens) : begin(plans, records, screens),
  );
  const results = records.results();
  if (results.length) screen.append(history(results, records, screens));
  return screen;
}

/**
 * @param {Sitting} sitting
 * @param {Records} records
 * @param {import('./script.js').Screens} screens
 */
async function unfinished(sitting, records, screens) {
  const items = await loadItems(sitting.items.map(({ id }) => id)).catch(() => new Map());
  const current = sitting.items.every(({ id, version }) => items.get(id)?.version === version);
  const answered = sitting.items.filter(({ id }) => {
    const item = items.get(id);
    return item && isAnswered(item, records.answer(sitting, id).response);
  });
  const goOn = make('button', { type: 'button', class: 'exam-button exam-main' }, '继续答题');
  goOn.addEventListener('click', () => screens.sit(sitting, items));
  const leave = make('button', { type: 'button', class: 'exam-button' }, '放弃这份试卷');
  leave.addEventListener('click', () => screens.abandon());
  return make(
    'section',
    { class: 'exam-card', 'aria-labelledby': 'exam-unfinished' },
    make('h2', { id: 'exam-unfinished', tabindex: '-1' }, '有一份没有交卷的试卷'),
    make(
      'p',
      {},
      `${sitting.title}，${inDays(sitting.started)}开始，已答 ${answered.length} 题，共 ${sitting.items.length} 题。`,
    ),
    make('p', { class: 'exam-note' }, `试卷编号 ${sitting.code}`),
    ...(current
      ? []
      : [
          make('p', {}, '课程已更新，这份试卷里有的题改了或不在了，不能接着答；请放弃，另开一份。'),
        ]),
    make('div', { class: 'exam-buttons' }, ...(current ? [goOn, leave] : [leave])),
  );
}

/**
 * @param {Plan[]} plans
 * @param {Records} records
 * @param {import('./script.js').Screens} screens
 */
function begin(plans, records, screens) {
  const choice = make(
    'select',
    { id: 'exam-plan' },
    ...groupBy(plans, ({ group }) => group).map(([label, group]) =>
      make(
        'optgroup',
        { label },
        ...group.map(({ id, title }) => make('option', { value: id }, title)),
      ),
    ),
  );
  const size = make('p', { class: 'exam-note', id: 'exam-size', 'aria-live': 'polite' });
  choice.setAttribute('aria-describedby', size.id);
  const tell = () => {
    const plan = /** @type {Plan} */ (plans.find(({ id }) => id === choice.value));
    size.textContent = `${sizeOf(plan)} 题，满分 ${totalOf(plan)} 分，建议用时 ${plan.minutes} 分钟（不限时）。`;
  };
  choice.addEventListener('change', tell);
  tell();
  const seed = textField(
    'exam-seed',
    '抽题号（可以不填）',
    '全班做同一份试卷时，填教师给的抽题号或试卷编号；不填，就随机抽一份。',
  );
  const name = textField('exam-name', '姓名（可以不填）', '只印在成绩单上，不会传给别人。');
  name.field.setAttribute('autocomplete', 'name');
  const form = make(
    'form',
    { class: 'exam-start', 'aria-labelledby': 'exam-begin', autocomplete: 'off' },
    make('h2', { id: 'exam-begin', tabindex: '-1' }, '开始一份试卷'),
    make(
      'div',
      { class: 'exam-field' },
      make('label', { for: 'exam-plan' }, '选哪一种测试'),
      choice,
      size,
    ),
    seed.element,
    name.element,
    make('button', { type: 'submit', class: 'exam-button exam-main' }, '开始答题'),
    make(
      'p',
      { class: 'exam-note' },
      '答题时随答随存，可以随时离开，回来接着做；交卷以后才判分，只能交一次。',
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (records.sitting()) {
      // It was begun in another tab.
      await screens.start();
      return;
    }
    const chosen = choose(plans, choice.value, seed.field.value);
    if (!chosen.sameBook && !(await askOtherBook(chosen.plan))) return;
    await screens.guard(async () => {
      const sitting = await drawSitting(
        chosen.plan,
        chosen.seed,
        loadItems,
        name.field.value.trim(),
      );
      records.begin(sitting);
      screens.sit(sitting, await loadItems(sitting.items.map(({ id }) => id)));
    });
  });
  return form;
}

/** @param {Plan} plan */
function askOtherBook(plan) {
  const told = `这份试卷编号出自另一版课程。这里仍可以按它的抽题号抽一份“${plan.title}”，但题目可能和别人的不一样；要做同一份试卷，请用同一版课程。`;
  return ask('课程的版本不同', [make('p', {}, told)], '仍然开始', '返回');
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} note
 */
function textField(id, label, note) {
  const field = make('input', {
    id,
    type: 'text',
    maxlength: '60',
    'aria-describedby': `${id}-note`,
  });
  return {
    field,
    element: make(
      'div',
      { class: 'exam-field' },
      make('label', { for: id }, label),
      field,
      make('p', { class: 'exam-note', id: `${id}-note` }, note),
    ),
  };
}

/**
 * @param {import('./records.js').Result[]} results
 * @param {Records} records
 * @param {import('./script.js').Screens} screens
 */
function history(results, records, screens) {
  const rows = results.map((result) => {
    const { earned, points } = sum(result.items);
    const when = inDays(result.submitted);
    const look = make(
      'button',
      { type: 'button', class: 'exam-button', 'aria-label': `查看${when}的${result.title}` },
      '查看',
    );
    look.addEventListener('click', () => screens.look(result));
    const remove = make(
      'button',
      { type: 'button', class: 'exam-button', 'aria-label': `删除${when}的${result.title}` },
      '删除',
    );
    remove.addEventListener('click', async () => {
      const told = make('p', {}, `${result.title}，${when}，${earned} 分。删除以后不能恢复。`);
      if (!(await ask('删除这次成绩？', [told], '删除', '保留'))) return;
      records.forget(result.id);
      await screens.start('已删除一次成绩。');
    });
    return make(
      'li',
      {},
      make('p', {}, make('b', {}, result.title), ` ${earned} 分（满分 ${points} 分）`),
      make('p', { class: 'exam-note' }, `${when}　试卷编号 ${result.code}`),
      make('div', { class: 'exam-buttons' }, look, remove),
    );
  });
  return make(
    'section',
    { class: 'exam-history', 'aria-labelledby': 'exam-history' },
    make('h2', { id: 'exam-history' }, '以前的成绩'),
    make('ul', {}, ...rows),
  );
}
