// Packs a record for platforms with different limits, and unpacks it again. Reads the record and
// limits from standard input, prints the results as JSON.
import { readFileSync } from 'node:fs';
import { pack, unpack } from '../../publishing/html/web/src/platform/packing.js';

const { entries, items, rooms, moments } = JSON.parse(readFileSync(0, 'utf8'));
const given = new Map(Object.entries(entries));
console.log(
  JSON.stringify(
    rooms.map((room) => {
      const packed = pack(given, items, room ?? Infinity, (name) => moments[name] ?? null);
      const back = unpack(packed.text, items);
      return { ...packed, back: { ...back, entries: Object.fromEntries(back.entries) } };
    }),
  ),
);
