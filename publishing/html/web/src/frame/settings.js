/** Display settings, saved in this browser. */

import { read, write } from '../../../../../exercises/web/src/course-storage.js';

const NAME = 'display';

/**
 * The values of each setting; the first is the default.
 *
 * @type {Record<string, string[]>}
 */
export const SETTINGS = {
  theme: ['auto', 'light', 'sepia', 'dark'],
  size: ['normal', 'large', 'largest', 'small'],
  spacing: ['normal', 'loose', 'tight'],
  // On pages that contain the text: show everything, or only the text (text-only.js).
  show: ['all', 'text'],
};

/** @returns {Record<string, string>} A valid value for each setting. */
export function readSettings() {
  /** @type {Record<string, unknown>} */
  let stored = {};
  try {
    stored = JSON.parse(read(NAME) ?? '{}') ?? {};
  } catch {
    // Storage is forbidden or the entry is damaged: use the defaults.
  }
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([name, choices]) => {
      const value = stored[name];
      const known = typeof value === 'string' && choices.includes(value);
      return [name, known ? value : /** @type {string} */ (choices[0])];
    }),
  );
}

/** @param {Record<string, string>} settings */
export function writeSettings(settings) {
  try {
    write(NAME, JSON.stringify(settings));
  } catch {
    // The choice applies to this page only.
  }
}

/** @param {Record<string, string>} settings */
export function applySettings(settings) {
  const { dataset } = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = settings.theme === 'auto' ? (dark ? 'dark' : 'light') : settings.theme;
  dataset.size = settings.size;
  dataset.spacing = settings.spacing;
  dataset.show = settings.show;
}
