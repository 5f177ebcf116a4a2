/**
 * A part of the reader's record. A live page that saves something has a `part.js` in its folder,
 * which exports the part as default and its `MEANINGS`; `html/web/build.mjs` finds it. Both are
 * read by the build too, so they touch no page and no storage when they are loaded.
 *
 * @template T
 * @typedef {object} Part
 * @property {string} name What it is called in an export file.
 * @property {string} entry What the names of its entries in storage begin with.
 * @property {'item' | 'sentence'} of What an entry is saved of, and named after. What is saved of
 *   items is cleared together with their answers.
 * @property {import('../../../../../exercises/web/src/shape.js').Schema} schema Of one entry.
 * @property {(value: any) => T | null} check Takes an entry of unknown origin.
 * @property {(entry: T) => number} at When it was saved: of two the newer stays.
 * @property {(entry: T, now: number) => T} [notAhead] Gives an entry as it would be had the clock
 *   not been ahead when it was saved; by default `at` is what is put right (`clock.js`).
 * @property {(count: number) => string} counted Says how many have been imported.
 */

/**
 * What an export file's published schema says of a part.
 *
 * @typedef {{ title: string, properties: Record<string, string> }} Meanings
 */
export {};
