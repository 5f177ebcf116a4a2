/** The player: pause, previous and next sentence, speed, close. */
import { make } from '../../frame/dom.js';
import { sentenceLabel } from '../labels.js';

const RATES = [0.75, 1, 1.25, 1.5, 2];
const NEWS = {
  '': '',
  end: '读完了。',
  trouble: '朗读中断了，请按“继续”再试；还是没有声音，可能是这台设备的语音没有装好。',
};

/**
 * @typedef {object} Acts
 * @property {() => void} toggle
 * @property {(by: 1 | -1) => void} step
 * @property {(rate: number) => void} speed
 * @property {() => void} close
 */

/**
 * @param {string} name
 * @param {number} rate
 * @param {Acts} acts
 */
export function makePlayer(name, rate, acts) {
  const before = button('上一句', () => acts.step(-1));
  const toggle = button('暂停', acts.toggle);
  const after = button('下一句', () => acts.step(1));
  const speed = make('select', { 'aria-label': '语速' });
  for (const choice of RATES) {
    const option = make('option', { value: String(choice) }, `${choice}×`);
    option.selected = choice === rate;
    speed.append(option);
  }
  speed.addEventListener('change', () => acts.speed(Number(speed.value)));
  const where = make('p', { class: 'player-where' });
  const status = make('p', { class: 'player-status', role: 'status' });
  const close = button('×', acts.close);
  close.setAttribute('aria-label', '关闭');
  const element = make(
    'section',
    { class: 'player', 'aria-label': name },
    where,
    make('div', { class: 'player-buttons' }, before, toggle, after, speed, close),
    status,
  );
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') acts.close();
  });
  return {
    element,
    focus: () => toggle.focus(),
    /** @param {boolean} playing @param {keyof typeof NEWS} news @param {string} anchor */
    show: (playing, news, anchor) => {
      toggle.textContent = playing ? '暂停' : '继续';
      where.textContent = sentenceLabel(anchor);
      status.textContent = NEWS[news];
    },
  };
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = make('button', { type: 'button' }, words);
  made.addEventListener('click', act);
  return made;
}
