/**
 * Which file of the course an address stands for. Hosts name files in other ways than the build:
 * `/folder/page` for `folder/page.html`, `/folder/` or `/folder` for its `index.html`,
 * `/folder/page/` for either.
 */

/**
 * @param {string} address
 * @param {string} scope The address of the site's root.
 * @returns {string | null} The path below the root; `null` for what is not below it.
 */
export function pathBelow(address, scope) {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  if (!whole.startsWith(scope)) return null;
  try {
    return decodeURIComponent(whole.slice(scope.length));
  } catch {
    // Not the name of any file.
    return null;
  }
}

/**
 * @param {string} path Below the site's root.
 * @param {Record<string, unknown>} files By their paths.
 * @returns {{ file: string, from: string } | null} The file, and the path at which a reader has to
 *   be for its relative links to be right: where that is not the path asked for, the reader has to
 *   be sent there.
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
