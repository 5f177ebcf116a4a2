/**
 * The page with which a platform opens the course. Only it communicates with the platform; the
 * pages of the course are shown in its frame, one after the other, during a session.
 */
import { cmi5Platform } from './cmi5.js';
import { courseFrame } from './frame.js';
import { HeldStore } from './held-store.js';
import { LaunchError } from './launch-error.js';
import { scormPlatform } from './scorm.js';
import { SCORM_12, SCORM_2004 } from './scorm-editions.js';
import { startSession } from './session.js';
import { badLaunch, NO_PLATFORM, NOT_OPENED } from './session-words.js';
import { statusLine } from './status.js';

const course = /** @type {{ coursePackage: import('./types.js').CoursePackage }} */ (
  /** @type {unknown} */ (window)
).coursePackage;

/** How each kind of package finds its platform. */
const PLATFORMS = {
  scorm12: () => scormPlatform(SCORM_12),
  scorm2004: () => scormPlatform(SCORM_2004),
  cmi5: () => cmi5Platform(course),
};

async function launch() {
  const frame = courseFrame(course.title);
  document.body.append(frame.element);
  const status = statusLine();
  document.body.append(status.element);
  const store = new HeldStore(course.course);
  let trouble = NO_PLATFORM;
  try {
    const platform = PLATFORMS[course.kind]();
    if (platform) {
      Object.assign(window, { courseStore: store });
      await startSession(course, platform, store, frame, status);
      document.documentElement.dataset.session = 'open';
      return;
    }
  } catch (error) {
    console.error('platform:', error);
    trouble = error instanceof LaunchError ? badLaunch(error.parameter) : NOT_OPENED;
  }
  // Without a platform the course works as on a site: the browser saves what it can.
  Object.assign(window, { courseStore: undefined });
  frame.open(course.first);
  status.warn(trouble);
  document.documentElement.dataset.session = 'none';
}

launch();
