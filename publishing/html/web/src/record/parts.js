/** What the record is made of: the answers, and what the live pages save. */
import found from '#parts';
import answers from './answers-part.js';

/** @type {Record<string, import('./part.js').Part<any>>} The parts by their names in a file. */
export const PARTS = Object.fromEntries([answers, ...found].map((part) => [part.name, part]));
