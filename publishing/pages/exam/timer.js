/** Time spent on a paper: counted while the page is visible, shown if wanted, never a limit. */
import { make } from '../../html/web/src/frame/dom.js';
import { inMinutes } from './words.js';

/** Interval in seconds at which the time is saved. */
const SAVED_EVERY = 5;

/**
 * @param {import('./records.js').Sitting} sitting
 * @param {import('./records.js').Records} records
 */
export function startClock(sitting, records) {
  const progress = records.progress(sitting);
  const time = make('span', { class: 'exam-clock' });
  const toggle = make('button', { type: 'button', class: 'exam-button' });
  const show = () => {
    time.textContent = progress.hidden ? '时间已隐藏' : `用时 ${inMinutes(progress.seconds)}`;
    toggle.textContent = progress.hidden ? '显示时间' : '隐藏时间';
  };
  const save = () => {
    // A paper that was submitted or abandoned must not leave an entry behind.
    if (records.sitting()?.id === sitting.id) records.note(progress);
  };
  toggle.addEventListener('click', () => {
    progress.hidden = !progress.hidden;
    show();
    save();
  });
  const ticking = setInterval(() => {
    if (document.visibilityState === 'hidden') return;
    progress.seconds += 1;
    show();
    if (progress.seconds % SAVED_EVERY === 0) save();
  }, 1000);
  window.addEventListener('pagehide', save);
  show();
  return {
    progress,
    element: make('p', { class: 'exam-time' }, time, toggle),
    /** @param {number} question */
    at(question) {
      progress.at = question;
      save();
    },
    stop() {
      clearInterval(ticking);
      window.removeEventListener('pagehide', save);
      save();
    },
  };
}
