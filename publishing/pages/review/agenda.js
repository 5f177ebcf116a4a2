/** The list of items under review, by the day on which they are due. */
import { addressOf } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { ALLOWANCES, readAllowance, writeAllowance } from './allowance.js';
import { dayWords } from './days.js';

/** @typedef {import('./plan.js').Planned} Planned */

/**
 * @param {import('./plan.js').Plan} plan
 * @param {number} now
 * @returns {Node[]} Empty if nothing is under review.
 */
export function agenda({ due, fresh, waiting, later }, now) {
  /** @type {Map<string, Planned[]>} */
  const days = new Map();
  const add = (/** @type {string} */ day, /** @type {Planned[]} */ items) => {
    if (items.length) days.set(day, [...(days.get(day) ?? []), ...items]);
  };
  add('今天', [...due, ...fresh]);
  for (const item of later) add(dayWords(item.due, now), [item]);
  add('明天起加入', waiting);
  const all = [...days.values()].flat().length;
  if (!all) return [];
  return [
    make(
      'details',
      { class: 'review-agenda' },
      make('summary', {}, `复习安排：共 ${all} 道题`),
      make(
        'dl',
        {},
        ...[...days].flatMap(([day, items]) => [
          make('dt', {}, `${day}　${items.length} 道题`),
          make('dd', {}, make('ul', {}, ...items.map(itemLink))),
        ]),
      ),
    ),
  ];
}

/** @param {Planned} planned */
function itemLink({ page, id, number, label }) {
  return make(
    'li',
    {},
    make('a', { href: addressOf(page, `ex-${id}`) }, `练习 ${number}`),
    ` ${label}`,
  );
}

/**
 * Makes the choice of how many new items per day are added to the reviews.
 *
 * @param {() => void} changed
 */
export function allowanceChoice(changed) {
  const choice = make(
    'select',
    {},
    ...ALLOWANCES.map((n) => make('option', { value: String(n) }, `${n} 道`)),
  );
  choice.value = String(readAllowance());
  choice.addEventListener('change', () => {
    writeAllowance(Number(choice.value));
    changed();
  });
  return make('label', { class: 'review-allowance' }, '每天最多新加入 ', choice);
}
