/** What every page does: contents with what is done, display settings, search. */
import { startDisplay } from './display.js';
import { startMarks } from './marks.js';
import { startMenu } from './menu.js';
import { startSearch } from './search.js';

startMenu();
startDisplay();
startSearch();
startMarks();
