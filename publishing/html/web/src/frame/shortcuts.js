/**
 * Keyboard shortcuts and the dialog that lists them.
 *
 * They can be turned off in the dialog, as WCAG 2.2 requires for single-character shortcuts (2.1.4
 * Character Key Shortcuts).
 */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';
import { makeDialog } from './dialog.js';
import { make } from './dom.js';

const NAME = 'shortcuts';
/** Elements that handle keys themselves when they have the focus. */
const BUSY = 'input, textarea, select, summary, [contenteditable], dialog, section.exercise *';

/** Exercises above this line, in pixels, count as passed. */
const TOP = 72;

/** @type {{ keys: string[], words: string, shown?: string, run: () => void }[]} */
const SHORTCUTS = [
  { keys: ['ArrowLeft'], shown: '←', words: '上一页', run: () => follow('prev') },
  { keys: ['ArrowRight'], shown: '→', words: '下一页', run: () => follow('next') },
  { keys: ['j'], words: '下一道题', run: () => step(1) },
  { keys: ['k'], words: '上一道题', run: () => step(-1) },
  {
    keys: ['/'],
    words: '搜索（也可以用 Ctrl+K）',
    run: () => press('search-button'),
  },
  { keys: ['m'], words: '打开目录', run: () => press('menu-button') },
  { keys: ['d'], words: '显示设置', run: () => press('display-button') },
  { keys: ['?', '？'], words: '列出快捷键', run: showHelp },
];

/** @type {HTMLDialogElement | null} */
let help = null;

export function startShortcuts() {
  document.getElementById('help-button')?.addEventListener('click', showHelp);
  document.addEventListener('keydown', (event) => {
    if (isOfTheBrowser(event)) return;
    if (event.target instanceof Element && event.target.closest(BUSY)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(key));
    if (!shortcut || !keysOn()) return;
    event.preventDefault();
    shortcut.run();
  });
}

/**
 * Whether the browser should handle a key: with modifiers it does (Shift with an arrow extends the
 * selection), except that "?" is typed with Shift. A key that is held down acts only once.
 *
 * @param {KeyboardEvent} event
 */
function isOfTheBrowser({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat }) {
  const shifted = shiftKey && (key.length > 1 || /\p{Letter}/u.test(key));
  return ctrlKey || metaKey || altKey || isComposing || shifted || repeat;
}

/** @param {'prev' | 'next'} way */
function follow(way) {
  const link = document.querySelector(`.neighbour[rel=${way}]`);
  // A page may hide these links, as the exam does while it is taken.
  if (link instanceof HTMLAnchorElement && link.offsetParent) link.click();
}

/** @param {string} button */
function press(button) {
  document.getElementById(button)?.click();
}

/**
 * Moves from the focused exercise or, if none has the focus, from the top of the visible page.
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
  const keys = make('input', { type: 'checkbox' });
  keys.checked = keysOn();
  keys.addEventListener('change', () => {
    try {
      write(NAME, keys.checked ? 'on' : 'off');
    } catch {
      // The choice cannot be saved; the shortcuts keep their default.
    }
  });
  return makeDialog(
    'shortcuts',
    '键盘快捷键',
    list,
    make('label', { class: 'shortcut-letters' }, keys, '使用这些快捷键'),
    make(
      'p',
      { class: 'shortcut-note' },
      '光标在输入框或题目里时，按键照常输入，不起快捷键的作用。',
    ),
  );
}

function keysOn() {
  try {
    return read(NAME) !== 'off';
  } catch {
    return true;
  }
}
