/**
 * The first script of the page that a host shows for an address that it does not have
 * (`404.html`). Shown at any depth, it cannot know where the course is: it looks for it, and then
 * puts its links right.
 */
import { fetchLater, openCourse } from './opening.js';
import { connectStorage } from './storage.js';

const { dataset } = document.documentElement;
const RELATIVE = /^(?![a-z]+:|[/#])/i;

/**
 * Gives the addresses at which the course may be, the likeliest first: what is above one of its
 * own folders, then all the folders above the page.
 */
function* candidates() {
  const { pathname } = location;
  const pages = Object.values(JSON.parse(dataset.pages ?? '{}'));
  for (const folder of new Set(pages.map((page) => page.split('/')[0]))) {
    const at = pathname.lastIndexOf(`/${folder}/`);
    if (at >= 0) yield pathname.slice(0, at + 1);
  }
  for (let at = pathname.length; at > 0; ) {
    at = pathname.lastIndexOf('/', at - 1);
    yield pathname.slice(0, at + 1);
  }
}

/** @returns {Promise<URL | null>} The address of the course's root. */
async function findRoot() {
  const name = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  for (const path of new Set(candidates())) {
    const root = new URL(path, location.href);
    try {
      const answer = await fetch(new URL('manifest.webmanifest', root));
      if (answer.ok && (await answer.json()).name === name) return root;
    } catch {
      // Something else is there, or nothing.
    }
  }
  return null;
}

/**
 * Lets links lead where they would from the site's root.
 *
 * @param {ParentNode} within
 * @param {URL} root
 */
function lead(within, root) {
  for (const name of ['href', 'src']) {
    for (const element of within.querySelectorAll(`[${name}]`)) {
      const given = element.getAttribute(name) ?? '';
      if (RELATIVE.test(given)) element.setAttribute(name, new URL(given, root).href);
    }
  }
}

async function start() {
  const given = new URL(dataset.root ?? '', document.baseURI);
  const root = location.protocol === 'file:' ? given : ((await findRoot()) ?? given);
  dataset.root = root.href;
  openCourse(root);
  const later = /** @type {HTMLTemplateElement} */ (document.getElementById('later'));
  for (const part of [document, later.content]) lead(part, root);
  fetchLater();
}

connectStorage();
document.addEventListener('DOMContentLoaded', start);
