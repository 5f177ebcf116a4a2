/** Runs before the page is drawn: the reader's display settings, and that there is a script. */
import { fetchLater, openCourse } from './opening.js';
import { connectStorage } from './storage.js';

const { dataset } = document.documentElement;
connectStorage();
openCourse(new URL(dataset.root ?? '', document.baseURI));
// The first frame has the exercises alive, where the browser knows how to wait for the page's end.
if (dataset.exercises) {
  document.head.insertAdjacentHTML(
    'beforeend',
    '<link rel="expect" href="#end" blocking="render">',
  );
}
// Fetched with the page, it would be worked on before the page is drawn.
document.addEventListener('DOMContentLoaded', fetchLater);
