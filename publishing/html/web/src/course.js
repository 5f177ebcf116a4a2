/** What every page does: contents, display settings, search. */
import { startDisplay } from './display.js';
import { startMenu } from './menu.js';
import { startSearch } from './search.js';

startMenu();
startDisplay();
startSearch();
