/**
 * Keeps the whole course in the browser, one version at a time and each of them whole.
 *
 * A new version is fetched file by file and held to its digests before it may take over; until the
 * reader agrees to it, every page and script comes from the version that the reader has. So no
 * page is ever half old. `self.SITE` is written ahead of this script by the build.
 */

import { prefixOf } from '../../../exercises/web/src/place.js';
import { bring } from './bring.js';
import { fileAt, pathBelow } from './places.js';
import { isTooEarly, noteFailure, readTries } from './tries.js';

/**
 * @typedef {object} Named
 * @property {string} course Its id.
 * @property {string} legacy What its caches' names began with before they named the course; empty
 *   if it has none.
 * @typedef {Named & import('./bring.js').Listing} Site
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

/** Brings the version into its cache, taking over what has not changed since the last one. */
async function install() {
  const tries = await readTries(OWN);
  if (tries?.version === version && isTooEarly(tries, Date.now())) {
    throw new Error(`version ${version} could not be brought ${tries.count} times`);
  }
  const names = await otherVersions();
  const earlier = await Promise.all(names.map((name) => caches.open(name)));
  try {
    const { broken } = await bring(worker.SITE, scope, await caches.open(CACHE), earlier);
    // Nobody can agree to a new version on a page that does not open.
    if (broken) await worker.skipWaiting();
  } catch (error) {
    // What the network kept from coming comes at another visit; what has come stays.
    if (!(error instanceof TypeError)) await noteFailure(OWN, version);
    throw error;
  }
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
 * @param {string} file
 * @param {Request} request
 */
async function kept(file, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(file, scope).href)) ?? fetch(request);
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
