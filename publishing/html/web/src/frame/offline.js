/** The course as an app: it can be installed, works with no network, and tells of a new version. */
import {
  ownPrefix,
  platformStore,
  read,
  write,
} from '../../../../../exercises/web/src/course-storage.js';
import { isGivenUp, isTooEarly, readTries } from '../../../../site/worker/tries.js';
import { fileAddress } from './addresses.js';
import { make } from './dom.js';

const NO_COPY =
  '这个网站改动了课程的文件，或者存储空间不够，整门课程没能留在浏览器里：联网时一切照常，断网时读不了。';
const NO_COPY_TOLD = 'offline-told';

/** From a folder or in a platform nothing can be installed, and nothing needs to be. */
export function startOffline() {
  if (!location.protocol.startsWith('http') || platformStore()) return;
  document.head.append(
    make('link', { rel: 'manifest', href: fileAddress('manifest.webmanifest') }),
  );
  const container = serviceWorkers();
  if (!container) return;
  // The page first, then the copy of all the others.
  const begin = () => register(container);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin);
}

/** A frame that is closed in has none, and may not even ask. */
function serviceWorkers() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/** @param {ServiceWorkerContainer} container */
async function register(container) {
  /** Whether this page came from an offline copy: only then can it be of an old one. */
  const own = new URL(fileAddress('sw.js'), location.href).href;
  // An edition at a path above this one may keep this page as well.
  const kept = container.controller?.scriptURL === own;
  const tries = await readTries(ownPrefix());
  if (!kept && isGivenUp(tries)) tellOfNoCopy();
  // A registered worker asks for itself; one that never was would be fetched in vain.
  if (!kept && isTooEarly(tries, Date.now())) return;
  try {
    const registration = await container.register(own, { updateViaCache: 'none' });
    if (kept) watch(registration);
  } catch {
    // A platform may forbid it: then the course is read online.
    return;
  }
  container.addEventListener('controllerchange', () => {
    // Agreed to in this tab or in another: this page's scripts are of the old version.
    if (kept) location.reload();
  });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting) tellOfVersion(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') tellOfVersion(fresh);
    });
  });
}

/** @param {ServiceWorker} fresh */
function tellOfVersion(fresh) {
  const now = make('button', { type: 'button' }, '换用新版本');
  now.addEventListener('click', () => fresh.postMessage('take-over'));
  tell('课程更新', '课程有了新版本。换用后，已做的练习都在。', now, '以后再说');
}

/** Tells, once, that the course cannot be read without a network. */
function tellOfNoCopy() {
  try {
    if (read(NO_COPY_TOLD)) return;
    write(NO_COPY_TOLD, 'yes');
  } catch {
    // Told at each page it would only be in the way.
    return;
  }
  tell('离线使用', NO_COPY, null, '知道了');
}

/**
 * @param {string} name
 * @param {string} words
 * @param {HTMLButtonElement | null} choice
 * @param {string} away What the button says that takes the notice away.
 */
function tell(name, words, choice, away) {
  document.querySelector('.update-notice')?.remove();
  const close = make('button', { type: 'button' }, away);
  const choices = make('div', { class: 'notice-choices' }, ...(choice ? [choice] : []), close);
  const notice = make(
    'section',
    { class: 'notice update-notice', 'aria-label': name },
    make('p', { role: 'status' }, words),
    choices,
  );
  close.addEventListener('click', () => notice.remove());
  document.body.append(notice);
}
