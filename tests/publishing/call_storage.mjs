// Saves entries for several courses in one browser, then removes those of the first course.
// Standard input: { browsers: [[[course, address], …], …], names: [name, …] }. Output, for each
// browser: the entries of each course before and after the removal.
import { readFileSync } from 'node:fs';
import * as storage from '../../exercises/web/src/course-storage.js';
import { prefixOf } from '../../exercises/web/src/storage-prefix.js';
import { newBrowser } from './stored.mjs';

const { browsers, names } = JSON.parse(readFileSync(0, 'utf8'));
const found = browsers.map((places) => {
  const dataset = newBrowser();
  const open = ([course, address]) => {
    dataset.storage = prefixOf(course, new URL(address));
  };
  const kept = () =>
    places.map((place) => {
      open(place);
      return Object.fromEntries(storage.names('').map((name) => [name, storage.read(name)]));
    });
  for (const place of places) {
    open(place);
    for (const name of names) storage.write(name, place.join(' '));
  }
  const before = kept();
  open(places[0]);
  for (const name of storage.names('')) storage.remove(name);
  return { before, after: kept() };
});
process.stdout.write(JSON.stringify(found));
