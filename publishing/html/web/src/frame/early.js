/** Runs before the page is drawn: the reader's display settings, and that there is a script. */
import { prefixOf } from '../../../../../exercises/web/src/place.js';
import { applySettings, readSettings } from './settings.js';
import { connectStorage } from './storage.js';
import { takeOver } from './take-over.js';

const { dataset } = document.documentElement;
connectStorage();
dataset.storage = prefixOf(dataset.courseId ?? '', new URL(dataset.root ?? '', document.baseURI));
takeOver();
dataset.script = '';
applySettings(readSettings());
// The first frame has the exercises alive, where the browser knows how to wait for the page's end.
if (dataset.exercises) {
  document.head.insertAdjacentHTML(
    'beforeend',
    '<link rel="expect" href="#end" blocking="render">',
  );
}
// Fetched with the page, it would be worked on before the page is drawn.
document.addEventListener('DOMContentLoaded', () => {
  const later = /** @type {HTMLTemplateElement} */ (document.getElementById('later'));
  document.head.append(later.content);
});
