/** The review page: one exercise at a time, until nothing is due. */
import { follow } from '../../../exercises/web/src/course-storage.js';
import { EXERCISE_ENTRY } from '../../../exercises/web/src/saved.js';
import { make } from '../../html/web/src/frame/dom.js';
import { putTimesRight } from '../../html/web/src/record/clock.js';
import { loadIndex, readRecord } from '../../html/web/src/record/record.js';
import { agenda, allowanceChoice } from './agenda.js';
import { ALLOWANCE_ENTRY, readAllowance } from './allowance.js';
import { REVIEW_ENTRY } from './entry.js';
import { planReviews } from './plan.js';
import { ask } from './question.js';
import { rest } from './rest.js';
import { openReviews } from './store.js';
import { NOT_KEPT, UNREACHABLE } from './words.js';

/** Prefixes of the entries that this page depends on. */
const SHOWN = [EXERCISE_ENTRY, REVIEW_ENTRY, ALLOWANCE_ENTRY];

/** @param {HTMLElement} place */
async function start(place) {
  const notice = make('div', { role: 'status' });
  const lead = make('p', { class: 'review-count' });
  const stage = make('div', { class: 'review-stage', tabindex: '-1' });
  const ahead = make('div');
  const store = openReviews(() => {
    notice.replaceChildren(make('p', { class: 'review-notice' }, NOT_KEPT));
  });
  /** @type {import('../../html/web/src/record/record.js').Chapter[]} */
  let chapters = [];
  const plan = () => {
    const now = Date.now();
    return planReviews(chapters, readRecord(), store.all(), now, readAllowance());
  };
  const showAgenda = () => {
    const now = Date.now();
    const today = plan();
    const count = today.due.length + today.fresh.length;
    const open = ahead.querySelector('details')?.open ?? false;
    const parts = [
      ...(today.due.length ? [`到期 ${today.due.length} 道`] : []),
      ...(today.fresh.length ? [`新加入 ${today.fresh.length} 道`] : []),
    ];
    lead.textContent = `今天还有 ${count} 道题：${parts.join('，')}。`;
    lead.hidden = !count;
    ahead.replaceChildren(...agenda(today, now));
    const details = ahead.querySelector('details');
    if (details) details.open = open;
  };
  const goOn = async () => {
    const today = plan();
    const next = today.due[0] ?? today.fresh[0];
    showAgenda();
    if (!next) {
      const { state, content } = rest(chapters, readRecord(), today, Date.now());
      place.dataset.state = state;
      stage.replaceChildren(...content);
      return;
    }
    const title = `第 ${today.done.length + 1} 题`;
    const chapter = chapters.find(({ page }) => page === next.page)?.title ?? '';
    try {
      await ask(stage, next, store, { title, chapter, goOn: goOnHere });
      place.dataset.state = 'asking';
    } catch {
      place.dataset.state = 'unreachable';
      stage.replaceChildren(unreachable(goOnHere));
    }
  };
  /** Continues, and moves the focus to the next question. */
  const goOnHere = async () => {
    await goOn();
    stage.focus({ preventScroll: true });
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView();
  };
  /** Updates the page without disturbing an item that is being answered. */
  const refresh = () => {
    if (place.dataset.state === 'asking') showAgenda();
    else goOn();
  };
  const begin = async () => {
    try {
      chapters = await loadIndex();
    } catch {
      place.dataset.state = 'unreachable';
      stage.replaceChildren(unreachable(begin));
      return;
    }
    await putTimesRight(Date.now());
    await goOn();
  };
  place.replaceChildren(notice, lead, stage, ahead, allowanceChoice(refresh));
  await begin();
  document.addEventListener('review:kept', showAgenda);
  follow((name) => {
    if (name === null || SHOWN.some((entry) => name.startsWith(entry))) refresh();
  });
  // A page left open overnight must show the new day's reviews.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh();
  });
}

/** @param {() => void} again */
function unreachable(again) {
  const button = make('button', { type: 'button' }, '再试一次');
  button.addEventListener('click', again);
  return make('div', { role: 'alert' }, make('p', {}, UNREACHABLE), button);
}

const place = document.getElementById('review');
if (place) start(place);
