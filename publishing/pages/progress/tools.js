/** Buttons for the whole record: export as a file, share, copy, import, print, reset. */
import { make } from '../../html/web/src/frame/dom.js';
import { OF_ITEMS } from '../../html/web/src/record/clearing.js';
import { PARTS } from '../../html/web/src/record/parts.js';
import { exportRecord, importRecord, takeText } from '../../html/web/src/record/transfer.js';
import { dayOf } from '../review/days.js';

const COPIED = '学习记录已复制。在别处打开“学习进度”页，点“粘贴学习记录”，就可以导入。';
const NOT_COPIED = '这里不能直接复制，请在下面的框里全选、复制。';

/**
 * @param {(told?: string) => void} show
 * @param {() => void} resetAll
 */
export function tools(show, resetAll) {
  const file = make('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const box = make('div', { class: 'progress-box' });
  /** @param {string} words @param {() => void} act */
  const button = (words, act) => {
    const made = make('button', { type: 'button' }, words);
    made.addEventListener('click', act);
    return made;
  };
  /** @param {() => Promise<Record<string, number>> | Record<string, number>} take */
  const takeIn = async (take) => {
    try {
      show(importedWords(await take()));
    } catch (error) {
      show(error instanceof Error ? error.message : String(error));
    }
  };
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    await takeIn(() => importRecord(chosen));
    file.value = '';
  });
  const paste = () => {
    const field = textField('把复制的学习记录粘贴在这里');
    const done = button('导入所粘贴的', () => {
      takeIn(() => takeText(field.value.trim()));
      box.replaceChildren();
    });
    box.replaceChildren(field, done);
    field.focus();
  };
  const copy = async () => {
    const text = exportRecord();
    try {
      await navigator.clipboard.writeText(text);
      show(COPIED);
    } catch {
      // Not allowed in some in-app browsers and in pages opened as files.
      const field = textField('学习记录', text);
      box.replaceChildren(field);
      field.focus();
      field.select();
      show(NOT_COPIED);
    }
  };
  return make(
    'div',
    { class: 'progress-tools' },
    button('导出学习记录', download),
    ...(canShare() ? [button('分享学习记录', share)] : []),
    button('复制学习记录', copy),
    button('导入学习记录', () => file.click()),
    button('粘贴学习记录', paste),
    button('打印这一页', () => print()),
    button('清除全部作答', resetAll),
    file,
    box,
  );
}

/**
 * @param {string} name
 * @param {string} [text]
 */
function textField(name, text = '') {
  const field = make('textarea', { rows: '5', 'aria-label': name, placeholder: name });
  field.value = text;
  return field;
}

/** Object URL of the last file; it is kept because the browser may still be asking where to save.
 */
let address = '';

function download() {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([exportRecord()], { type: 'application/json' }));
  make('a', { href: address, download: fileName() }).click();
}

/** A text file, which more programs accept than a JSON file. */
function sharedFile() {
  return new File([exportRecord()], `${fileName()}.txt`, { type: 'text/plain' });
}

function canShare() {
  try {
    return navigator.canShare?.({ files: [new File([''], 'a.txt', { type: 'text/plain' })] });
  } catch {
    return false;
  }
}

function share() {
  // Cancelled or refused: the other buttons remain.
  navigator.share({ files: [sharedFile()] }).catch(() => {});
}

function fileName() {
  const day = new Date(dayOf(Date.now())).toISOString().slice(0, 10);
  return `学习记录-${day}.json`;
}

/** @param {Record<string, number>} taken */
export function importedWords(taken) {
  const others = Object.values(PARTS).filter((part) => part.of !== 'item');
  const parts = [...OF_ITEMS, ...others].flatMap(({ name, counted }) =>
    taken[name] ? [counted(taken[name])] : [],
  );
  if (!parts.length) return '文件里的记录都不比本机的新，没有改动。';
  return `已导入 ${new Intl.ListFormat('zh-CN').format(parts)}。`;
}
