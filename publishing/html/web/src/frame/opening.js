/** What a page's first script does once the course's root is known. */
import { prefixOf } from '../../../../../exercises/web/src/storage-prefix.js';
import { applySettings, readSettings } from './settings.js';
import { takeOver } from './take-over.js';

/** @param {URL} root Address of the site's root. */
export function openCourse(root) {
  const { dataset } = document.documentElement;
  dataset.storage = prefixOf(dataset.courseId ?? '', root);
  takeOver();
  dataset.script = '';
  applySettings(readSettings());
}

/** Loads the scripts that the page needs after the first paint. */
export function fetchLater() {
  const later = /** @type {HTMLTemplateElement} */ (document.getElementById('later'));
  document.head.append(later.content);
}
