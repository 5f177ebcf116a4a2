// Reads saved tests with the page's own module. Standard input: { saved: [{ name: text, … }, …],
// paper }. Output, for each: the test in progress, the results, the messages shown to the learner,
// and the test in progress after `paper` is begun.
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
