/** Runs before the first paint: applies display settings, and marks that scripts are enabled. */
import { fetchLater, openCourse } from './opening.js';
import { connectStorage } from './storage.js';

const { dataset } = document.documentElement;
connectStorage();
openCourse(new URL(dataset.root ?? '', document.baseURI));
// Where the browser supports it, block the first paint until the exercises are initialised.
if (dataset.exercises) {
  document.head.insertAdjacentHTML(
    'beforeend',
    '<link rel="expect" href="#end" blocking="render">',
  );
}
// If loaded together with the page, it would be executed before the first paint.
document.addEventListener('DOMContentLoaded', fetchLater);
