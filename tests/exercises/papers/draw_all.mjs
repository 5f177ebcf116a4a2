// Draws the papers requested on standard input with the page's sampler.
import { readFileSync } from 'node:fs';
import { draw, normaliseSeed, optionsSeed } from '../../../exercises/web/src/sample.js';
import { shuffle } from '../../../exercises/web/src/shuffle.js';

const { plans, seeds, form } = JSON.parse(readFileSync(0, 'utf8'));
const papers = plans.flatMap((plan) =>
  seeds.map((seed) => ({
    seed: normaliseSeed(seed),
    items: draw(plan, seed, form).map(({ candidate, points }) => ({
      id: candidate.id,
      points,
      order: shuffle([0, 1, 2, 3, 4, 5, 6], optionsSeed(plan, seed, form, candidate.id)),
    })),
  })),
);
process.stdout.write(JSON.stringify(papers));
