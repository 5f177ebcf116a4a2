/**
 * Names what a course saves in a browser, so that it belongs to one course at one place: several
 * courses, and several editions of one, may share a host, and all that is opened as files shares
 * one storage.
 *
 * @param {string} course The course's id.
 * @param {URL} root The address of the site's root.
 * @returns {string} What the names of all its entries and caches begin with.
 */
export function prefixOf(course, { protocol, host, pathname }) {
  // A web host has a storage of its own; network drives share that of all files.
  const path = protocol === 'file:' ? host + pathname : pathname;
  // A colon ends the path, so none may be in it: Windows has one behind each drive's letter.
  return `course:${course}:${path.replaceAll(':', '%3A')}:`;
}
