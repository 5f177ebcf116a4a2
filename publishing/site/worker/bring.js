/** Brings a version of the course into a cache, and sees that each file is of that version. */

/**
 * @typedef {object} Listing
 * @property {string} version
 * @property {Record<string, string>} files Digests by path.
 * @property {Record<string, string>} stamps Of the pages, what each of them has written in it.
 */

/**
 * @param {Listing} listing
 * @param {string} scope The address of the site's root.
 * @param {Cache} cache Where to.
 * @param {Cache[]} earlier Where what has not changed can be taken from.
 * @returns {Promise<{ broken: boolean }>} Whether one of the earlier copies cannot be opened.
 * @throws {Error} If a file is of another version; what has been brought stays.
 * @throws {TypeError} If the network fails.
 */
export async function bring({ version, files, stamps }, scope, cache, earlier) {
  let broken = false;
  /** @param {string} path */
  const bringOne = async (path) => {
    const url = new URL(path, scope).href;
    for (const source of [cache, ...earlier]) {
      const held = await source.match(url, { ignoreVary: true });
      // No browser opens a page by a response that was redirected.
      broken ||= held?.redirected === true;
      const sound = held && (await soundCopy(held, files[path], stamps[path]));
      if (sound) return cache.put(url, sound);
    }
    const fetched = await fetch(url, { cache: 'no-cache' });
    const sound = fetched.ok && (await soundCopy(fetched, files[path], stamps[path]));
    if (!sound) throw new Error(`${path}: not of version ${version}`);
    return cache.put(url, sound);
  };
  // All of them first: what comes this time need not come the next.
  const ends = await Promise.allSettled(Object.keys(files).map(bringOne));
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (faults.length) throw faults.find((fault) => !(fault instanceof TypeError)) ?? faults[0];
  return { broken };
}

/**
 * Makes a response anew, without what has to do with how it came here.
 *
 * @param {Response} response
 * @param {string | undefined} digest
 * @param {string | undefined} stamp A page that carries it is of the version, whatever a host has
 *   added to it or taken out.
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
