/** What a page's first script does once it is known where the course is. */
import { prefixOf } from '../../../../../exercises/web/src/place.js';
import { applySettings, readSettings } from './settings.js';
import { takeOver } from './take-over.js';

/** @param {URL} root The address of the site's root. */
export function openCourse(root) {
  const { dataset } = document.documentElement;
  dataset.storage = prefixOf(dataset.courseId ?? '', root);
  takeOver();
  dataset.script = '';
  applySettings(readSettings());
}

/** Fetches what the page needs when it has been drawn. */
export function fetchLater() {
  const later = /** @type {HTMLTemplateElement} */ (document.getElementById('later'));
  document.head.append(later.content);
}
