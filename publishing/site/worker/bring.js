/** Loads a version of the course into a cache, and checks that each file is of that version. */

/**
 * @typedef {object} Listing
 * @property {string} version
 * @property {Record<string, string>} files Digests by path.
 * @property {Record<string, string>} stamps The stamps of pages, by path.
 */

/**
 * @param {Listing} listing
 * @param {string} scope Address of the site's root.
 * @param {Cache} cache The cache to fill.
 * @param {Cache[]} earlier Caches from which unchanged files are copied.
 * @returns {Promise<{ broken: boolean }>} Whether an earlier copy cannot be opened.
 * @throws {Error} If a file is of another version; files loaded so far stay in the cache.
 * @throws {TypeError} If the network fails.
 */
export async function bring({ version, files, stamps }, scope, cache, earlier) {
  let broken = false;
  /** @param {string} path */
  const bringOne = async (path) => {
    const url = new URL(path, scope).href;
    for (const source of [cache, ...earlier]) {
      const held = await source.match(url, { ignoreVary: true });
      // Browsers refuse to open a page from a redirected response.
      broken ||= held?.redirected === true;
      const sound = held && (await soundCopy(held, files[path], stamps[path]));
      if (sound) return cache.put(url, sound);
    }
    const fetched = await fetch(url, { cache: 'no-cache' });
    const sound = fetched.ok && (await soundCopy(fetched, files[path], stamps[path]));
    if (!sound) throw new Error(`${path}: not of version ${version}`);
    return cache.put(url, sound);
  };
  // Wait for all files even if some fail: those that succeed need not be loaded next time.
  const ends = await Promise.allSettled(Object.keys(files).map(bringOne));
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (faults.length) throw faults.find((fault) => !(fault instanceof TypeError)) ?? faults[0];
  return { broken };
}

/**
 * Copies a response, without its transport-specific headers.
 *
 * @param {Response} response
 * @param {string | undefined} digest
 * @param {string | undefined} stamp A page with this stamp is of the right version, even if a host
 *   has altered it.
 * @returns {Promise<Response | null>} `null` if it is of another version.
 */
async function soundCopy(response, digest, stamp) {
  const bytes = await response.arrayBuffer();
  if ((await digestOf(bytes)) !== digest && !(stamp && carries(bytes, stamp))) return null;
  const headers = new Headers(response.headers);
  for (const name of ['Vary', 'Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(bytes, { headers });
}

/**
 * @param {ArrayBuffer} bytes
 * @param {string} stamp
 */
function carries(bytes, stamp) {
  return new RegExp(`data-stamp=["']?${stamp}\\b`, 'u').test(new TextDecoder().decode(bytes));
}

/** @param {ArrayBuffer} bytes */
async function digestOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
