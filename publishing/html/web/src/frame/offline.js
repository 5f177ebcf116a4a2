/** The course as an app: it can be installed, works offline, and announces new versions. */
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

/** Opened as files or in a learning platform, the course cannot and need not be installed. */
export function startOffline() {
  if (!location.protocol.startsWith('http') || platformStore()) return;
  document.head.append(
    make('link', { rel: 'manifest', href: fileAddress('manifest.webmanifest') }),
  );
  const container = serviceWorkers();
  if (!container) return;
  // Load the page first, then the copy of all the others.
  const begin = () => register(container);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin);
}

/** Returns the service worker container; in a sandboxed frame even reading it may throw. */
function serviceWorkers() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

/** @param {ServiceWorkerContainer} container */
async function register(container) {
  /** Whether this page came from the offline copy: only then can it be outdated. */
  const own = new URL(fileAddress('sw.js'), location.href).href;
  // The worker of an edition at a parent path may control this page too; that does not count.
  const kept = container.controller?.scriptURL === own;
  const tries = await readTries(ownPrefix());
  if (!kept && isGivenUp(tries)) tellOfNoCopy();
  // A registered worker checks this itself; an unregistered one would be downloaded for nothing.
  if (!kept && isTooEarly(tries, Date.now())) return;
  try {
    const registration = await container.register(own, { updateViaCache: 'none' });
    if (kept) watch(registration);
  } catch {
    // Some platforms forbid it; then the course is only available online.
    return;
  }
  container.addEventListener('controllerchange', () => {
    // The reader agreed in this tab or in another; this page's scripts are of the old version.
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

/** Informs the reader, once, that the course is not available offline. */
function tellOfNoCopy() {
  try {
    if (read(NO_COPY_TOLD)) return;
    write(NO_COPY_TOLD, 'yes');
  } catch {
    // If it cannot be remembered, the message would appear on every page, so it is not shown.
    return;
  }
  tell('离线使用', NO_COPY, null, '知道了');
}

/**
 * @param {string} name
 * @param {string} words
 * @param {HTMLButtonElement | null} choice
 * @param {string} away Label of the button that closes the message.
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
