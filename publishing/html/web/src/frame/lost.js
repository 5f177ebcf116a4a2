/**
 * First script of the error page (`404.html`), which hosts show for unknown addresses at any depth.
 * It does not know where the course is, so it looks for the course's root and then corrects the
 * page's links.
 */
import { fetchLater, openCourse } from './opening.js';
import { connectStorage } from './storage.js';

const { dataset } = document.documentElement;
const RELATIVE = /^(?![a-z]+:|[/#])/i;

/**
 * Yields possible paths of the course's root, likeliest first: the parents of folders that look
 * like the course's own, then all parent folders of the page.
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
      // Something else is served there, or nothing.
    }
  }
  return null;
}

/**
 * Resolves relative links against the site's root.
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
