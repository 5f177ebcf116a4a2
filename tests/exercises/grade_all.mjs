// Grades the cases on standard input with the page's interpreter.
import { readFileSync } from 'node:fs';
import { grade } from '../../exercises/web/src/rubric.js';

const cases = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map(({ rubric, response }) => grade(rubric, response))));
