/** The dialog with display settings. */
import { makeDialog } from './dialog.js';
import { make } from './dom.js';
import { applySettings, readSettings, writeSettings } from './settings.js';

/** @type {Record<string, { label: string, choices: Record<string, string> }>} */
const WORDS = {
  theme: {
    label: '颜色',
    choices: { auto: '跟随系统', light: '浅色', sepia: '护眼', dark: '深色' },
  },
  size: { label: '字号', choices: { small: '小', normal: '标准', large: '大', largest: '特大' } },
  spacing: { label: '行距', choices: { tight: '紧', normal: '标准', loose: '宽' } },
};

export function startDisplay() {
  const button = document.getElementById('display-button');
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  button?.addEventListener('click', () => {
    dialog ??= makeDialog('display', '显示设置', ...Object.keys(WORDS).map(makeChoice));
    dialog.showModal();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    applySettings(readSettings()),
  );
}

/** @param {string} name */
function makeChoice(name) {
  const { label, choices } = /** @type {(typeof WORDS)[string]} */ (WORDS[name]);
  const group = make('fieldset', { class: 'display-choice' }, make('legend', {}, label));
  for (const [value, words] of Object.entries(choices)) {
    const input = make('input', { type: 'radio', name: `display-${name}`, value });
    input.checked = readSettings()[name] === value;
    input.addEventListener('change', () => {
      const settings = { ...readSettings(), [name]: value };
      writeSettings(settings);
      applySettings(settings);
    });
    group.append(make('label', {}, input, words));
  }
  return group;
}
