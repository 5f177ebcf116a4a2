/** Marking, interactive: a text in which some words are buttons. */
import { joined, make, setAttribute } from '../../web/src/dom.js';

const MARKED = 'marked';
/** Title of the box around a draft; the same as in `sheet.py`. */
const TITLE = '拟稿（课程编写，不是原文）';
const MARKS = { right: '划对', wrong: '错划', missed: '漏划', none: '' };

/** @type {import('../../web/src/types.js').Kind} */
export default (payload) => {
  /** @type {{ span?: string, text: string }[]} */
  const segments = payload.face.segments;
  const reasons = make('ul', { class: 'reasons' });
  /** @type {{ span: string, text: string, button: HTMLElement, mark: Element }[]} */
  const spots = [];
  /** @param {string} span @param {string} text */
  const spot = (span, text) => {
    const mark = make('span', { class: 'slot-mark' });
    // Not a button element: that would not wrap with the text.
    const button = make('span', { class: 'spot', role: 'button', 'data-span': span }, text, mark);
    button.addEventListener('click', () => toggle(button));
    button.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      if (!event.repeat) toggle(button);
    });
    spots.push({ span, text, button, mark });
    return button;
  };
  /** @type {(string | HTMLElement)[][]} */
  const paragraphs = [[]];
  for (const { span, text } of segments) {
    if (span) paragraphs.at(-1)?.push(spot(span, text));
    else {
      const [first = '', ...others] = text.split('\n');
      paragraphs.at(-1)?.push(first);
      paragraphs.push(...others.map((other) => [other]));
    }
  }
  const passages = paragraphs.map((parts) =>
    make('p', { class: 'passage passage-wide' }, ...joined(parts)),
  );
  return {
    element: make(
      'div',
      {},
      make('p', { class: 'direction' }, '有虚线的词语可以点选，再点一次取消。'),
      ...(payload.face.draft
        ? [make('div', { class: 'draft' }, make('p', { class: 'draft-title' }, TITLE), ...passages)]
        : passages),
      reasons,
    ),
    read: () =>
      Object.fromEntries(
        spots.filter(({ button }) => isPressed(button)).map(({ span }) => [span, MARKED]),
      ),
    write(response) {
      for (const { span, button } of spots) press(button, response[span] === MARKED);
    },
    lock(locked) {
      for (const { button } of spots) {
        setAttribute(button, 'aria-disabled', locked ? 'true' : null);
        setAttribute(button, 'tabindex', locked ? null : '0');
      }
    },
    mark(grade, revealed) {
      reasons.replaceChildren();
      for (const { span, text, button, mark } of spots) {
        const outcome = payload.rubric.slots[span]?.values[MARKED];
        const key = (outcome?.points ?? 0) > 0;
        const marked = isPressed(button) && (grade !== null || revealed);
        const shown = marked ? (key ? 'right' : 'wrong') : revealed && key ? 'missed' : 'none';
        setAttribute(button, 'data-mark', shown === 'none' ? null : shown);
        // Without a grade the answer was only revealed, so nothing counts as missed.
        mark.textContent = shown === 'missed' && !grade ? '应划' : MARKS[shown];
        if (marked || revealed) {
          reasons.append(
            make('li', {}, make('b', {}, text), `　${key ? '' : '不'}该划：${outcome?.feedback}`),
          );
        }
      }
    },
  };
};

/** @param {HTMLElement} button */
function isPressed(button) {
  return button.getAttribute('aria-pressed') === 'true';
}

/**
 * @param {HTMLElement} button
 * @param {boolean} pressed
 */
function press(button, pressed) {
  button.setAttribute('aria-pressed', String(pressed));
}

/** @param {HTMLElement} button */
function toggle(button) {
  if (button.hasAttribute('aria-disabled')) return;
  press(button, !isPressed(button));
  button.dispatchEvent(new Event('change', { bubbles: true }));
}
