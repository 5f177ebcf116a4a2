/**
 * Asks the browser to keep what is saved here when it clears up: some drop a site's storage after
 * seven days without a visit, while a review may be months ahead. Asked once, and only when there
 * is something to keep, since a browser may ask its user in turn.
 */
import { read, write } from '../../../../../exercises/web/src/course-storage.js';

const ASKED = 'persist-asked';

export function startPersisting() {
  for (const event of ['exercise:graded', 'review:kept']) document.addEventListener(event, ask);
}

async function ask() {
  try {
    if (!navigator.storage?.persist || read(ASKED)) return;
    write(ASKED, 'yes');
    await navigator.storage.persist();
  } catch {
    // Where nothing can be saved there is nothing to keep.
  }
}
