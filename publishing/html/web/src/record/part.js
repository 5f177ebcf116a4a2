/**
 * A part of the reader's record. A live page that saves something has a `part.js` in its folder,
 * which exports the part as default, and its `MEANINGS`; `html/web/build.mjs` finds it. The build
 * imports it too, so it must not access a page or storage when loaded.
 *
 * @template T
 * @typedef {object} Part
 * @property {string} name Its name in an export file.
 * @property {string} entry Prefix of the names of its entries in storage.
 * @property {'item' | 'sentence'} of What an entry belongs to and is named after. Entries of items
 *   are cleared together with their answers.
 * @property {import('../../../../../exercises/web/src/shape.js').Schema} schema Of one entry.
 * @property {(value: any) => T | null} check Validates an untrusted entry.
 * @property {(entry: T) => number} at When it was saved: of two entries, the newer one is kept.
 * @property {(entry: T, now: number) => T} [notAhead] Returns an entry with times in the future
 *   corrected; by default only `at` is (`clock.js`).
 * @property {(count: number) => string} counted Describes a number of imported entries.
 */

/**
 * Descriptions of a part and its properties for the published schema of the export file.
 *
 * @typedef {{ title: string, properties: Record<string, string> }} Meanings
 */
export {};
