/**
 * Asks the browser not to evict this site's storage: some browsers do after seven days without a
 * visit, while a review may be months ahead. It is asked once, and only when there is something to
 * keep, since the browser may ask the user in turn.
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
    // Without storage there is nothing to keep.
  }
}
