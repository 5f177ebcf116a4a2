/** The parts of the record: the answers, and what the live pages save. */
import found from '#parts';
import answers from './answers-part.js';

/** @type {Record<string, import('./part.js').Part<any>>} The parts by name. */
export const PARTS = Object.fromEntries([answers, ...found].map((part) => [part.name, part]));
