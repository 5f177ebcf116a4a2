/** The script of every page: contents with progress, display settings, search, terms and so on. */
import { drawn } from '../../../../../exercises/web/src/drawn.js';
import { layOut } from '../../../../../exercises/web/src/lay-out.js';
import { pause } from '../../../../../exercises/web/src/pause.js';
import { startPersisting } from '../record/persist.js';
import { startListeningOffer } from '../text/listening/offer.js';
import { startNotes } from '../text/notes/passages.js';
import { startSentenceItems } from '../text/sentence-items.js';
import { startTerms } from '../text/terms.js';
import { startClosing } from './closing-offer.js';
import { startDisplay } from './display.js';
import { startMarks } from './marks.js';
import { startMenu } from './menu.js';
import { startOffline } from './offline.js';
import { startPrinting } from './print.js';
import { startReadingBar } from './reading-bar.js';
import { startResume } from './resume.js';
import { comeBack, placeLeft } from './return.js';
import { startSearch } from './search-offer.js';
import { startShortcuts } from './shortcuts.js';
import { startTextOnly } from './text-only.js';
import { startWay } from './way.js';

/** In the order in which readers are likely to need them. */
const PARTS = [
  startMenu,
  startWay,
  startTextOnly,
  startDisplay,
  startSearch,
  startMarks,
  startNotes,
  startShortcuts,
  startPrinting,
  startResume,
  startTerms,
  startReadingBar,
  startSentenceItems,
  startListeningOffer,
  startOffline,
  startPersisting,
];

/** On pages with exercises, their own script lays out the page while it initialises them. */
function laidOut() {
  const { exercises } = document.documentElement.dataset;
  if (exercises === 'ready') return;
  if (!exercises) return layOut();
  return new Promise((resolve) => {
    document.addEventListener('exercises:ready', resolve, { once: true });
  });
}

/** Starts the parts one after the other, so as not to block the page with all of them at once. */
async function start() {
  const place = placeLeft();
  await drawn();
  for (const startPart of PARTS) {
    startPart();
    await pause();
  }
  await laidOut();
  comeBack(place);
  startClosing();
  document.documentElement.dataset.course = 'ready';
}

start();
