// Saves entries at several places of one browser, and removes those of the first place:
// { browsers: [[[course, address], …], …], names: [name, …] } on standard input, of each browser
// what each place has before and after.
import { readFileSync } from 'node:fs';
import * as storage from '../../exercises/web/src/course-storage.js';
import { prefixOf } from '../../exercises/web/src/place.js';
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
