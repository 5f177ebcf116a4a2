/** What the page shows when there is nothing to review. */
import { addressOf, livePage } from '../../html/web/src/frame/addresses.js';
import { make } from '../../html/web/src/frame/dom.js';
import { standing } from '../../html/web/src/record/record.js';
import { canRemember } from './allowance.js';
import { dayWords } from './days.js';
import { NOTHING_KEPT } from './words.js';

/**
 * @param {import('../../html/web/src/record/record.js').Chapter[]} chapters
 * @param {Map<string, import('../../html/web/src/record/record.js').Saved>} record
 * @param {import('./plan.js').Plan} plan
 * @param {number} now
 * @returns {{ state: 'empty' | 'none' | 'done', content: Node[] }}
 */
export function rest(chapters, record, plan, now) {
  const next = plan.later[0];
  if (!plan.done.length && !next && !plan.waiting.length) {
    return { state: 'empty', content: nothingYet(chapters, record) };
  }
  const right = plan.done.filter(({ rating }) => rating !== 'again').length;
  const content = plan.done.length
    ? [
        make('p', { class: 'review-lead' }, '今天的复习做完了。'),
        make('p', {}, `复习了 ${plan.done.length} 道题，想起 ${right} 道。`),
      ]
    : [make('p', { class: 'review-lead' }, '今天没有要复习的题。')];
  if (next) {
    const count = plan.later.filter(({ due }) => due === next.due).length;
    content.push(make('p', {}, `下一次是${dayWords(next.due, now)}，有 ${count} 道题。`));
  }
  if (plan.waiting.length) {
    content.push(make('p', {}, `另有 ${plan.waiting.length} 道新题，明天起接着加入。`));
  }
  return { state: plan.done.length ? 'done' : 'none', content };
}

/**
 * @param {import('../../html/web/src/record/record.js').Chapter[]} chapters
 * @param {Map<string, import('../../html/web/src/record/record.js').Saved>} record
 */
function nothingYet(chapters, record) {
  if (!canRemember()) return [make('p', { class: 'review-notice' }, NOTHING_KEPT)];
  const answered = [...record.values()].some(({ attempts }) => attempts > 0);
  const open = chapters.find(({ items }) => items.some((i) => standing(i, record) === 'new'));
  const links = make('ul', {});
  if (open) {
    const words = answered ? `接着做“${open.title}”的练习` : `从“${open.title}”开始`;
    links.append(make('li', {}, make('a', { href: addressOf(open.page) }, words)));
  }
  const progress = livePage('progress');
  if (progress) {
    const words = '看看做过哪些题（学习进度）';
    links.append(make('li', {}, make('a', { href: addressOf(progress) }, words)));
  }
  return [
    make(
      'p',
      { class: 'review-lead' },
      answered ? '做过的题都答对了，没有要复习的。' : '还没有要复习的题。',
    ),
    make('p', {}, '各章练习里没有一次答对的题和评定过的记忆卡，会自动排到这里。'),
    links,
  ];
}
