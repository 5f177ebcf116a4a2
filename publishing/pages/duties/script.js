/** The duties page: what the text demands of the reader's role, with a worksheet. */
import { follow, read, write } from '../../../exercises/web/src/course-storage.js';
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { loadData } from '../../html/web/src/frame/load.js';
import { chooser } from './chooser.js';
import { DUTY_ENTRY } from './entry.js';
import { worksheet } from './worksheet.js';

/**
 * @typedef {{ id: string, name: string, count: number, named: boolean }} Role
 * @typedef {{ who: string[], what: string, force: string, at: string, note: string }} Demand
 * @typedef {{ id: string, number: string, label: string, page: string }} Item
 * @typedef {{ anchor: string, label: string, text: string, page: string, items: Item[] }} Sentence
 * @typedef {{ roles: Role[], demands: Demand[], sentences: Record<string, Sentence> }} Data
 */

/** The role chosen last; not a part of the record, since it is not the reader's work. */
const CHOSEN = 'duties-role';

/** @param {HTMLElement} place */
async function start(place) {
  /** @type {Data} */
  let data;
  try {
    data = /** @type {Data} */ ((await loadData('duties-data.js')).dutiesData);
  } catch {
    place.replaceChildren(make('p', { role: 'alert' }, '各岗位的要求没能载入，请检查网络后再试。'));
    return;
  }
  const view = make('div');
  const status = make('p', { role: 'status', class: 'duties-status' });
  let role = chosen(data);
  const show = () => view.replaceChildren(...(role ? duties(data, role, status) : [hint()]));
  const choice = chooser(data.roles, role, (id) => {
    role = data.roles.find((each) => each.id === id);
    try {
      write(CHOSEN, id);
    } catch {
      // The choice is not saved, but still shown.
    }
    show();
  });
  place.replaceChildren(choice, status, view);
  show();
  follow((name) => {
    if (name === null || name.startsWith(DUTY_ENTRY)) show();
  });
}

/** @param {Data} data */
function chosen({ roles }) {
  try {
    return roles.find(({ id }) => id === read(CHOSEN));
  } catch {
    return undefined;
  }
}

/** @param {Data} data @param {Role} role @param {HTMLElement} status */
function duties(data, role, status) {
  const own = data.demands.filter(({ who }) => who.includes(role.id));
  const print = make('button', { type: 'button' }, '打印这张表');
  print.addEventListener('click', () => window.print());
  const anchors = [...new Set(own.map(({ at }) => at))];
  return [
    make('h2', {}, `${role.name}：${own.length} 项`),
    ...anchors.map((anchor) => {
      const sentence = /** @type {Sentence} */ (data.sentences[anchor]);
      const asked = own.filter(({ at }) => at === anchor);
      return make(
        'section',
        { class: 'duty', 'aria-label': sentence.label },
        ...asked.map(demanded),
        whole(sentence),
        worksheet(sentence, status),
      );
    }),
    make('div', { class: 'duties-tools' }, print),
  ];
}

/** @param {Demand} demand */
function demanded({ force, what, note }) {
  const line = make(
    'p',
    { class: 'duty-demand' },
    make('strong', { class: 'duty-force' }, force),
    make('span', { class: 'duty-words' }, what),
  );
  if (note) line.append(make('span', { class: 'duty-note' }, `本书的说明：${note}`));
  return line;
}

/** @param {Sentence} sentence */
function whole({ anchor, label, text, page, items }) {
  const links = items.map((item) =>
    make(
      'a',
      { href: addressOf(item.page, `ex-${item.id}`) },
      `练习 ${item.number}　${item.label}`,
    ),
  );
  return make(
    'details',
    { class: 'duty-sentence' },
    make('summary', {}, `原句和练习（${items.length} 道）`),
    make('blockquote', {}, text),
    make('p', {}, make('a', { href: addressOf(page, anchor) }, label)),
    ...(links.length ? [make('p', { class: 'duty-items' }, '由这一句出的题：', ...links)] : []),
  );
}

function hint() {
  return make('p', {}, '选一个岗位，就列出原文对它的要求，可以逐条对照填写。');
}

const place = document.getElementById('duties');
if (place) start(place);
