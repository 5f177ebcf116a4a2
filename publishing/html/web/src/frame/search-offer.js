/** Opens the search, which is loaded on first use. */
import { fileAddress } from './addresses.js';
import { loadData } from './load.js';

export function startSearch() {
  const inPage = document.getElementById('search-page');
  if (inPage) withSearch((search) => search.put(inPage));
  const open = () => withSearch((search) => search.open());
  document.getElementById('search-button')?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    // With Shift or Alt the shortcut belongs to the browser.
    if (event.shiftKey || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
}

/** @param {(search: { open: () => void, put: (place: HTMLElement) => void }) => void} use */
async function withSearch(use) {
  try {
    const loaded = /** @type {any} */ (window);
    if (!loaded.courseSearch) await loadData('search.js');
    use(loaded.courseSearch);
  } catch {
    // Loading failed; open the search page, for which the browser may report the reason.
    if (!document.getElementById('search-page')) location.href = fileAddress('search.html');
  }
}
