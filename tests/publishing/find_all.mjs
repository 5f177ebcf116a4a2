// Runs each search on standard input with the page's matcher.
import { readFileSync } from 'node:fs';
import { find, prepare, wordsOf } from '../../publishing/html/web/src/frame/match.js';

const { texts, queries } = JSON.parse(readFileSync(0, 'utf8'));
const prepared = texts.map(prepare);
const hits = queries.map((query) => {
  const words = wordsOf(query);
  return prepared.flatMap((text, i) => {
    const places = find(text, words);
    return places.length ? [[i, places.map(([start, end]) => text.text.slice(start, end))]] : [];
  });
});
process.stdout.write(JSON.stringify(hits));
