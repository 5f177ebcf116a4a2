/** Runs before the page is painted: the reader's display settings, and that there is a script. */
import { applySettings, readSettings } from './settings.js';

document.documentElement.dataset.script = '';
applySettings(readSettings());
