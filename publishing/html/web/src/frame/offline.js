/** The course as an app: it can be installed, works with no network, and tells of a new version. */
import { platformStore } from '../../../../../exercises/web/src/course-storage.js';
import { fileAddress } from './addresses.js';
import { make } from './dom.js';

/** From a folder or in a platform nothing can be installed, and nothing needs to be. */
export function startOffline() {
  if (!location.protocol.startsWith('http') || platformStore()) return;
  document.head.append(
    make('link', { rel: 'manifest', href: fileAddress('manifest.webmanifest') }),
  );
  if (!('serviceWorker' in navigator)) return;
  // The page first, then the copy of all the others.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}

async function register() {
  const { serviceWorker } = navigator;
  /** Whether this page came from an offline copy: only then can it be of an old one. */
  const own = new URL(fileAddress('sw.js'), location.href).href;
  // An edition at a path above this one may keep this page as well.
  const kept = serviceWorker.controller?.scriptURL === own;
  try {
    const registration = await serviceWorker.register(own, { updateViaCache: 'none' });
    if (kept) watch(registration);
  } catch {
    // A platform may forbid it: then the course is read online.
    return;
  }
  serviceWorker.addEventListener('controllerchange', () => {
    // Agreed to in this tab or in another: this page's scripts are of the old version.
    if (kept) location.reload();
  });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') tell(fresh);
    });
  });
}

/** @param {ServiceWorker} fresh */
function tell(fresh) {
  document.querySelector('.update-notice')?.remove();
  const now = make('button', { type: 'button' }, '换用新版本');
  const later = make('button', { type: 'button' }, '以后再说');
  const notice = make(
    'section',
    { class: 'update-notice', 'aria-label': '课程更新' },
    make('p', { role: 'status' }, '课程有了新版本。换用后，已做的练习都在。'),
    make('div', { class: 'update-choices' }, now, later),
  );
  now.addEventListener('click', () => fresh.postMessage('take-over'));
  later.addEventListener('click', () => notice.remove());
  document.body.append(notice);
}
