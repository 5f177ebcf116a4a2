// Reads what is saved of tests by the page's own module: { saved: [{ name: text, … }, …], paper } on
// standard input, of each what it makes of them, what the learner is told, and the paper begun then.
import { readFileSync } from 'node:fs';
import { openRecords } from '../../publishing/pages/exam/records.js';
import { newBrowser } from './stored.mjs';

const { saved, paper } = JSON.parse(readFileSync(0, 'utf8'));
const read = saved.map((entries) => {
  newBrowser().storage = 'course:x:/:';
  for (const [name, text] of Object.entries(entries)) {
    localStorage.setItem(`course:x:/:${name}`, text);
  }
  const told = [];
  const records = openRecords(
    (message) => told.push(message),
    (warning) => told.push(warning),
  );
  const found = { sitting: records.sitting(), results: records.results(), told: [...told] };
  records.begin(paper);
  return { ...found, begun: records.sitting() };
});
process.stdout.write(JSON.stringify(read));
