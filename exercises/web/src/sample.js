/** Draws a paper. Twin of `exercises/papers/sample.py`, which documents the rules. */
import { UNSEEN } from './normalise.js';
import { shuffle } from './shuffle.js';

/**
 * @typedef {import('./data.js').Candidate} Candidate
 * @typedef {import('./data.js').Plan} Plan
 * @typedef {{ candidate: Candidate, points: number }} Drawn
 */

const IGNORED = new RegExp(`[${UNSEEN}]`, 'gu');

/**
 * Normalises a typed seed.
 *
 * @param {string} seed
 */
export function normaliseSeed(seed) {
  return seed
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/**
 * Draws a paper's items, in paper order.
 *
 * @param {Plan} plan
 * @param {string} seed
 * @param {string} [form]
 * @returns {Drawn[]}
 */
export function draw(plan, seed, form = 'A') {
  const base = `${plan.id}/${normaliseSeed(seed)}`;
  /** @type {Drawn[]} */
  const drawn = [];
  /** @type {Set<string>} */
  const sentences = new Set();
  /** @type {Map<string, number>} */
  const chapters = new Map();
  plan.draws.forEach(({ items, points, pool: candidates }, i) => {
    let pool = shuffle(candidates, `${base}/draw/${i}`);
    /** @param {Candidate} one */
    const met = (one) => one.sentences.filter((sentence) => sentences.has(sentence)).length;
    /** @param {Candidate} one */
    const crowd = (one) => chapters.get(one.chapter) ?? 0;
    for (let n = 0; n < items; n++) {
      const best = pool.reduce((a, b) => ((met(b) - met(a) || crowd(b) - crowd(a)) < 0 ? b : a));
      pool = pool.filter((one) => one !== best);
      for (const sentence of best.sentences) sentences.add(sentence);
      chapters.set(best.chapter, crowd(best) + 1);
      drawn.push({ candidate: best, points });
    }
  });
  /** @param {Drawn} one */
  const place = ({ candidate }) => plan.labels.indexOf(candidate.label);
  return shuffle(drawn, `${base}/order/${form}`).sort((a, b) => place(a) - place(b));
}

/**
 * Returns the seed for shuffling an item's options and the like.
 *
 * @param {{ id: string }} plan
 * @param {string} seed
 * @param {string} form
 * @param {string} item
 */
export function optionsSeed(plan, seed, form, item) {
  return `${plan.id}/${normaliseSeed(seed)}/options/${form}/${item}`;
}
