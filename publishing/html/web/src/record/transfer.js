/** Export and import of the record as a file. Nothing in a file is trusted. */
import { legacyPrefix } from '../frame/take-over.js';
import { withoutFuture } from './clock.js';
import { FORMAT, FORMAT_VERSION, INCOMPLETE, ITEM, partsOf } from './format.js';
import { thisCourse } from './own-course.js';
import { PARTS } from './parts.js';
import { readPart, writeEntries } from './record.js';

/** @typedef {Record<string, Map<string, any>>} Entries Validated entries by item, for each part. */

/** A full record of this course is some 200 KB; a much larger file is something else. */
const LARGEST = 4_000_000;
const ID = new RegExp(ITEM, 'u');

/** Returns the learner's record as the content of a file. */
export function exportRecord() {
  const parts = Object.entries(PARTS).map(([name, part]) => [
    name,
    Object.fromEntries(readPart(part)),
  ]);
  const file = {
    format: FORMAT,
    version: FORMAT_VERSION,
    course: thisCourse(),
    parts: Object.keys(PARTS),
    saved: new Date().toISOString(),
    ...Object.fromEntries(parts),
  };
  return JSON.stringify(file, null, 1);
}

/**
 * Merges a file's entries into the record; of two for the same item, the newer one is kept.
 *
 * @param {File} file
 * @returns {Promise<Record<string, number>>} Number of entries imported, by part.
 * @throws {Error} With a message for the learner; nothing is changed then.
 */
export async function importRecord(file) {
  if (file.size > LARGEST) throw new Error('文件太大，不是本课程导出的学习记录。');
  return takeText(await file.text());
}

/**
 * Merges the content of a file, as `importRecord` does.
 *
 * @param {string} text
 * @throws {Error} With a message for the learner; nothing is changed then.
 */
export function takeText(text) {
  return takeEntries(newerThanHeld(parseRecord(text)));
}

/**
 * Omits entries that are as new or newer here.
 *
 * @param {Entries} incoming
 * @returns {Entries}
 */
export function newerThanHeld(incoming) {
  const now = Date.now();
  const parts = Object.entries(PARTS).map(([name, part]) => {
    const held = readPart(part);
    const given = [...(incoming[name] ?? [])].map(
      ([item, entry]) => /** @type {const} */ ([item, withoutFuture(part, entry, now)]),
    );
    const newer = given.filter(([item, entry]) => {
      const own = held.get(item);
      return !own || part.at(entry) > part.at(withoutFuture(part, own, now));
    });
    return [name, new Map(newer)];
  });
  return Object.fromEntries(parts);
}

/**
 * Saves entries in the record, all or none.
 *
 * @param {Entries} entries
 * @returns {Record<string, number>} Number of entries, by part.
 * @throws {Error} With a message for the learner, if the browser refuses to save.
 */
export function takeEntries(entries) {
  const named = Object.entries(entries);
  const written = named.flatMap(([name, part]) =>
    [...part].map(([item, entry]) => [`${PARTS[name]?.entry}${item}`, JSON.stringify(entry)]),
  );
  try {
    writeEntries(/** @type {[string, string][]} */ (written));
  } catch {
    throw new Error('浏览器不允许保存，没有导入。');
  }
  return Object.fromEntries(named.map(([name, { size }]) => [name, size]));
}

/**
 * Parses an exported file.
 *
 * @param {string} text
 * @returns {Entries}
 * @throws {Error} With a message for the learner, if anything in it is invalid.
 */
function parseRecord(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error('文件已损坏，读不出内容；请重新导出一份。');
  }
  const listed = partsOf(file, { id: thisCourse().id, legacy: legacyPrefix() });
  // Another edition may have live pages that this one lacks.
  const names = listed.filter((name) => Object.hasOwn(PARTS, name));
  // No entry can be newer than the file, or newer than now.
  const saved = Date.parse(file.saved);
  const latest = Math.min(Date.now(), Number.isNaN(saved) ? Number.POSITIVE_INFINITY : saved);
  return Object.fromEntries(names.map((name) => [name, parsePart(name, file[name], latest)]));
}

/**
 * @param {string} name
 * @param {unknown} entries
 * @param {number} latest
 */
function parsePart(name, entries, latest) {
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
    throw new Error(INCOMPLETE);
  }
  const checked = new Map();
  for (const [item, value] of Object.entries(entries)) {
    const part = PARTS[name];
    const entry = ID.test(item) ? part?.check(value) : null;
    if (!part || !entry) throw new Error('文件里有读不懂的记录；为免出错，没有导入。');
    checked.set(item, withoutFuture(part, entry, latest));
  }
  return checked;
}
