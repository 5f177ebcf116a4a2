/**
 * Keeps the whole course in the browser, one version at a time and each of them whole.
 *
 * A new version is fetched file by file and held to its digests before it may take over; until the
 * reader agrees to it, every page and script comes from the version that the reader has. So no
 * page is ever half old. `self.SITE` is written ahead of this script by the build.
 */

import { prefixOf } from '../../../exercises/web/src/place.js';

/**
 * @typedef {object} Site
 * @property {string} course Its id.
 * @property {string} legacy What its caches' names began with before they named the course; empty
 *   if it has none.
 * @property {string} version
 * @property {Record<string, string>} files Digests by path.
 */

const worker = /** @type {ServiceWorkerGlobalScope & { SITE: Site }} */ (
  /** @type {unknown} */ (self)
);
const { course, legacy, version, files } = worker.SITE;
const scope = worker.registration.scope;
const OWN = prefixOf(course, new URL(scope));
const CACHE = OWN + version;
/** What an older worker of this course has left at this place. */
const OLDER = `${legacy}${new URL(scope).pathname}:`;
const NOT_FOUND = '404.html';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const path = pathOf(url);
  if (method !== 'GET' || path === null) return;
  if (path in files) event.respondWith(kept(path, event.request));
  else if (mode === 'navigate') event.respondWith(elsewhere(event.request));
});

/** Brings the version into its cache, taking over what has not changed since the last one. */
async function install() {
  const names = await otherVersions();
  const earlier = await Promise.all(names.map((name) => caches.open(name)));
  const cache = await caches.open(CACHE);
  /** @param {[string, string]} file */
  const bring = async ([path, digest]) => {
    const url = new URL(path, scope).href;
    for (const source of [cache, ...earlier]) {
      const held = await source.match(url);
      if (held && (await digestOf(held.clone())) === digest) return cache.put(url, held);
    }
    const fetched = await fetch(url, { cache: 'no-cache' });
    if (!fetched.ok || (await digestOf(fetched.clone())) !== digest)
      throw new Error(`${path}: not of version ${version}`);
    return cache.put(url, fetched);
  };
  await Promise.all(Object.entries(files).map(bring));
}

async function dropOthers() {
  await Promise.all((await otherVersions()).map((name) => caches.delete(name)));
}

/** The caches of this course at this place but for this version's: others share the host. */
async function otherVersions() {
  return (await caches.keys()).filter(
    (name) => (name.startsWith(OWN) || (legacy && name.startsWith(OLDER))) && name !== CACHE,
  );
}

/**
 * The path of a file of the course, as the build names it.
 *
 * @param {string} url
 * @returns {string | null} `null` for what is not below the course's address.
 */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(scope)) return null;
  const path = decodeURI(address.slice(scope.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, scope).href)) ?? fetch(request);
}

/** @param {Request} request A page that the course does not have, or not in this version. */
async function elsewhere(request) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(CACHE);
    const page = await cache.match(new URL(NOT_FOUND, scope).href);
    return page
      ? new Response(page.body, { status: 404, headers: page.headers })
      : Response.error();
  }
}

/** @param {Response} response */
async function digestOf(response) {
  const bytes = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
