// Parses a GIFT file with gift-pegjs and prints what it found as JSON.
import { readFileSync } from 'node:fs';
import { parse } from 'gift-pegjs';

console.log(JSON.stringify(parse(readFileSync(process.argv[2], 'utf8'))));
