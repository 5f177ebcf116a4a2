/**
 * Keyboard shortcuts and the panel that lists them.
 *
 * Single letters can be turned off in the panel, as WCAG 2.2 asks (2.1.4 Character Key Shortcuts).
 */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';
import { makeDialog } from './dialog.js';
import { make } from './dom.js';

const NAME = 'shortcuts';
/** Where keys belong to what has the focus. */
const BUSY = 'input, textarea, select, summary, [contenteditable], dialog, section.exercise *';

/** Above this line, in pixels, is what the reader has passed. */
const TOP = 72;

/** @type {{ keys: string[], words: string, shown?: string, run: () => void, letter: boolean }[]} */
const SHORTCUTS = [
  { keys: ['ArrowLeft'], shown: '←', words: '上一页', run: () => follow('prev'), letter: false },
  { keys: ['ArrowRight'], shown: '→', words: '下一页', run: () => follow('next'), letter: false },
  { keys: ['j'], words: '下一道题', run: () => step(1), letter: true },
  { keys: ['k'], words: '上一道题', run: () => step(-1), letter: true },
  {
    keys: ['/'],
    words: '搜索（也可以用 Ctrl+K）',
    run: () => press('search-button'),
    letter: true,
  },
  { keys: ['m'], words: '打开目录', run: () => press('menu-button'), letter: true },
  { keys: ['d'], words: '显示设置', run: () => press('display-button'), letter: true },
  { keys: ['?', '？'], words: '列出快捷键', run: showHelp, letter: true },
];

/** @type {HTMLDialogElement | null} */
let help = null;

export function startShortcuts() {
  document.getElementById('help-button')?.addEventListener('click', showHelp);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(BUSY)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(key));
    if (!shortcut || (shortcut.letter && !lettersOn())) return;
    event.preventDefault();
    shortcut.run();
  });
}

/** @param {'prev' | 'next'} way */
function follow(way) {
  const link = document.querySelector(`.neighbour[rel=${way}]`);
  if (link instanceof HTMLAnchorElement) link.click();
}

/** @param {string} button */
function press(button) {
  document.getElementById(button)?.click();
}

/**
 * Goes from the exercise that has the focus or, if none has, from what the reader sees on top.
 *
 * @param {1 | -1} way
 */
function step(way) {
  const exercises = [...document.querySelectorAll('section.exercise')];
  const { activeElement } = document;
  const focused = activeElement ? exercises.indexOf(activeElement) : -1;
  const passed = exercises.filter((exercise) => exercise.getBoundingClientRect().top < TOP).length;
  const found = exercises[focused >= 0 ? focused + way : way > 0 ? passed : passed - 1];
  if (!(found instanceof HTMLElement)) return;
  found.scrollIntoView();
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
}

function showHelp() {
  help ??= makeHelp();
  help.showModal();
}

function makeHelp() {
  const list = make('dl', { class: 'shortcut-list' });
  for (const { keys, shown, words } of SHORTCUTS) {
    list.append(
      make(
        'div',
        {},
        make('dt', {}, make('kbd', {}, shown ?? /** @type {string} */ (keys[0]).toUpperCase())),
        make('dd', {}, words),
      ),
    );
  }
  const letters = make('input', { type: 'checkbox' });
  letters.checked = lettersOn();
  letters.addEventListener('change', () => {
    try {
      write(NAME, letters.checked ? 'on' : 'off');
    } catch {
      // The choice cannot be kept; the shortcuts stay as they are by default.
    }
  });
  return makeDialog(
    'shortcuts',
    '键盘快捷键',
    list,
    make('label', { class: 'shortcut-letters' }, letters, '使用单个字母和符号的快捷键'),
    make(
      'p',
      { class: 'shortcut-note' },
      '光标在输入框或题目里时，按键照常输入，不起快捷键的作用。',
    ),
  );
}

function lettersOn() {
  try {
    return read(NAME) !== 'off';
  } catch {
    return true;
  }
}
