/** What every page does: contents with what is done, display settings, search, terms. */
import { startDisplay } from './display.js';
import { startMarks } from './marks.js';
import { startMenu } from './menu.js';
import { startNotes } from './notes/passages.js';
import { startOffline } from './offline.js';
import { startPrinting } from './print.js';
import { startResume } from './resume.js';
import { startReturn } from './return.js';
import { startSearch } from './search.js';
import { startSentenceItems } from './sentence-items.js';
import { startShortcuts } from './shortcuts.js';
import { startTerms } from './terms.js';

startMenu();
startReturn();
startDisplay();
startSearch();
startMarks();
startSentenceItems();
startNotes();
startShortcuts();
startPrinting();
startResume();
startOffline();
startTerms();
