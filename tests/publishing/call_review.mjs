// Calls the review page's functions: [[name, arguments], …] on standard input.
import { readFileSync } from 'node:fs';
import { dayWords } from '../../publishing/pages/review/days.js';
import { checkReview } from '../../publishing/pages/review/entry.js';
import { planReviews } from '../../publishing/pages/review/plan.js';
import { schedule } from '../../publishing/pages/review/schedule.js';

const functions = {
  check: checkReview,
  dayWords,
  schedule,
  plan: (chapters, record, reviews, now, allowance) =>
    planReviews(chapters, new Map(record), new Map(reviews), now, allowance),
};
const calls = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(
  JSON.stringify(calls.map(([name, given]) => functions[name](...given) ?? null)),
);
