/**
 * Returns the prefix of everything that a course saves in a browser. It contains the course's id
 * and address: several courses, and several editions of one, may share a host, and all files opened
 * from disk share one storage.
 *
 * @param {string} course The course's id.
 * @param {URL} root The address of the site's root.
 * @returns {string} The common prefix of its entries and caches.
 */
export function prefixOf(course, { protocol, host, pathname }) {
  // Each web host has its own storage; files on network drives share that of all files.
  const path = protocol === 'file:' ? host + pathname : pathname;
  // The colon terminates the path, so the path must not contain one, as Windows drive letters do.
  return `course:${course}:${path.replaceAll(':', '%3A')}:`;
}
