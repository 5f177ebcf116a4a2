/** The format of export files, and the older formats that can still be read. */

export const FORMAT = 'course-record';
export const FORMAT_VERSION = 3;

/** Pattern of the id of an item, and of the anchor of a sentence. */
export const ITEM = '^[a-z0-9]+(-[a-z0-9]+)+$';

/** Files from before they named their course: the parts in each version. */
const LEGACY_PARTS = /** @type {Record<number, string[]>} */ ({
  1: ['exercises'],
  2: ['exercises', 'reviews', 'notes'],
});

export const INCOMPLETE = '文件不完整；请重新导出一份。';

/** Longer than any title; a title from a file is shown to the reader. */
const LONGEST_TITLE = 100;

/**
 * Returns the parts that a file must have.
 *
 * @param {any} file Untrusted.
 * @param {{ id: string, legacy: string }} course The course that reads it, and the prefix of its
 *   older entries.
 * @returns {string[]} Editions with other live pages have other parts.
 * @throws {Error} With a message for the learner, if it is not a file of this course.
 */
export function partsOf(file, { id, legacy }) {
  const { format, version, course, parts } = typeof file === 'object' && file !== null ? file : {};
  const own = format === FORMAT;
  const older = legacy !== '' && format === `${legacy}record`;
  if (!own && !older) throw new Error('这不是本课程导出的学习记录。');
  if (own && course?.id !== id) {
    const title = typeof course?.title === 'string' ? course.title.slice(0, LONGEST_TITLE) : '';
    const which = title ? `另一门课程“${title}”的` : '另一门课程的';
    throw new Error(`这是${which}学习记录，没有导入；请在那门课程的“学习进度”页导入。`);
  }
  /** @type {Record<number, unknown>} */
  const known = own ? { [FORMAT_VERSION]: parts } : LEGACY_PARTS;
  if (!Number.isInteger(version) || !Object.hasOwn(known, version)) {
    throw new Error('这份学习记录出自另一个版本的课程，无法导入。');
  }
  const names = known[version];
  if (!Array.isArray(names)) throw new Error(INCOMPLETE);
  return names;
}
