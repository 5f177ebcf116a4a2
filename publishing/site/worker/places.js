/**
 * Maps addresses to files of the course. Hosts use other addresses than file names:
 * `/folder/page` for `folder/page.html`, `/folder/` or `/folder` for its `index.html`,
 * `/folder/page/` for either.
 */

/**
 * @param {string} address
 * @param {string} scope Address of the site's root.
 * @returns {string | null} The path relative to the root; `null` if it is outside.
 */
export function pathBelow(address, scope) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  if (!whole.startsWith(scope)) return null;
  try {
    return decodeURIComponent(whole.slice(scope.length));
  } catch {
    // Malformed, so not the name of a file.
    return null;
  }
}

/**
 * @param {string} path Relative to the site's root.
 * @param {Record<string, unknown>} files By path.
 * @returns {{ file: string, from: string } | null} The file, and the path at which its relative
 *   links work; if that differs from the requested path, redirect there.
 */
export function fileAt(path, files) {
  const has = (/** @type {string} */ name) => Object.hasOwn(files, name);
  if (has(path)) return { file: path, from: path };
  if (path === '' || path.endsWith('/')) {
    if (has(`${path}index.html`)) return { file: `${path}index.html`, from: path };
    const page = `${path.replace(/\/+$/, '')}.html`;
    return has(page) ? { file: page, from: page } : null;
  }
  if (has(`${path}.html`)) return { file: `${path}.html`, from: path };
  return has(`${path}/index.html`) ? { file: `${path}/index.html`, from: `${path}/` } : null;
}
