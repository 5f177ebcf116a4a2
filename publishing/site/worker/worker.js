/**
 * Service worker that keeps a copy of the whole course, always one complete version.
 *
 * A new version is loaded file by file and checked against its digests. Until the reader agrees to
 * switch, all pages and scripts are served from the previous version, so that versions never mix.
 * The build writes `self.SITE` before this script.
 */

import { prefixOf } from '../../../exercises/web/src/storage-prefix.js';
import { bring } from './bring.js';
import { fileAt, pathBelow } from './places.js';
import { isTooEarly, noteFailure, readTries } from './tries.js';

/**
 * @typedef {object} Named
 * @property {string} course Its id.
 * @property {string} legacy Prefix of cache names before they contained the course's id; empty if
 *   there is none.
 * @typedef {Named & import('./bring.js').Listing} Site
 */

const worker = /** @type {ServiceWorkerGlobalScope & { SITE: Site }} */ (
  /** @type {unknown} */ (self)
);
const { course, legacy, version, files } = worker.SITE;
const scope = worker.registration.scope;
const OWN = prefixOf(course, new URL(scope));
const CACHE = OWN + version;
/** Prefix of the caches of an older worker of this course at the same path. */
const OLDER = `${legacy}${new URL(scope).pathname}:`;
const NOT_FOUND = '404.html';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const path = pathBelow(url, scope);
  if (method !== 'GET' || path === null) return;
  const place = fileAt(path, files);
  if (!place) {
    if (mode === 'navigate') event.respondWith(elsewhere(event.request));
  } else if (place.from !== path && mode === 'navigate') {
    const there = new URL(place.from, scope);
    there.search = new URL(url).search;
    event.respondWith(Response.redirect(there.href));
  } else {
    event.respondWith(kept(place.file, event.request));
  }
});

/** Loads the version into its cache, copying unchanged files from previous versions. */
async function install() {
  const tries = await readTries(OWN);
  if (tries?.version === version && isTooEarly(tries, Date.now())) {
    throw new Error(`version ${version} could not be brought ${tries.count} times`);
  }
  const names = await otherVersions();
  const earlier = await Promise.all(names.map((name) => caches.open(name)));
  try {
    const { broken } = await bring(worker.SITE, scope, await caches.open(CACHE), earlier);
    // On a page that does not open, nobody could agree to switch.
    if (broken) await worker.skipWaiting();
  } catch (error) {
    // After a network failure, the next visit continues with the files that are missing.
    if (!(error instanceof TypeError)) await noteFailure(OWN, version);
    throw error;
  }
}

async function dropOthers() {
  await Promise.all((await otherVersions()).map((name) => caches.delete(name)));
}

/** Names of this course's other caches at this path; other courses may share the host. */
async function otherVersions() {
  return (await caches.keys()).filter(
    (name) => (name.startsWith(OWN) || (legacy && name.startsWith(OLDER))) && name !== CACHE,
  );
}

/**
 * @param {string} file
 * @param {Request} request
 */
async function kept(file, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(file, scope).href)) ?? fetch(request);
}

/** @param {Request} request A page that is not part of this version of the course. */
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
