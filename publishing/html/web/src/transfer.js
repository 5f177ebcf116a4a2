/** The record as a file: out, and in again. Nothing in a file is trusted. */
import { checkSaved, PREFIX } from '../../../../exercises/web/src/saved.js';
import { readRecord, writeEntries } from './record.js';

/** @typedef {import('../../../../exercises/web/src/types.js').Saved} Saved */

export const FORMAT = `${PREFIX}record`;
export const FORMAT_VERSION = 1;
/** A full record of this course is some 100 KB; what is far larger is something else. */
const LARGEST = 4_000_000;
const ITEM = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Gives the learner's record as the text of a file. */
export function exportRecord() {
  const exercises = Object.fromEntries(readRecord());
  const file = {
    format: FORMAT,
    version: FORMAT_VERSION,
    saved: new Date().toISOString(),
    exercises,
  };
  return JSON.stringify(file, null, 1);
}

/**
 * Takes a file's entries into the record; of two for one exercise the newer stays.
 *
 * @param {File} file
 * @returns {Promise<number>} How many exercises were taken over.
 * @throws {Error} With a message for the learner; nothing is changed then.
 */
export async function importRecord(file) {
  if (file.size > LARGEST) throw new Error('文件太大，不是本课程导出的学习记录。');
  const incoming = parseRecord(await file.text());
  const record = readRecord();
  const newer = [...incoming].filter(([item, saved]) => saved.at > (record.get(item)?.at ?? -1));
  try {
    writeEntries(newer);
  } catch {
    throw new Error('浏览器不允许保存，没有导入。');
  }
  return newer.length;
}

/**
 * Reads an exported file.
 *
 * @param {string} text
 * @returns {Map<string, Saved>}
 * @throws {Error} With a message for the learner, if anything in it is not as exported.
 */
export function parseRecord(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error('文件已损坏，读不出内容；请重新导出一份。');
  }
  if (typeof file !== 'object' || file === null || file.format !== FORMAT) {
    throw new Error('这不是本课程导出的学习记录。');
  }
  if (file.version !== FORMAT_VERSION) {
    throw new Error('这份学习记录出自另一个版本的课程，无法导入。');
  }
  if (typeof file.exercises !== 'object' || file.exercises === null) {
    throw new Error('文件不完整；请重新导出一份。');
  }
  /** @type {Map<string, Saved>} */
  const entries = new Map();
  for (const [item, entry] of Object.entries(file.exercises)) {
    const saved = ITEM.test(item) ? checkSaved(entry) : null;
    if (!saved) throw new Error('文件里有读不懂的记录；为免出错，没有导入。');
    entries.set(item, saved);
  }
  return entries;
}
