/** Evaluates the learner's progress by the rule in `course.yml`. */
import { EXERCISE_ENTRY, readSaved } from '../../../../../exercises/web/src/saved.js';

/** Name of the entry with the best result of the paper that decides about passing. */
export const PAPER = 'platform:paper';

/**
 * @param {Map<string, string>} entries
 * @param {import('./types.js').PackedItem[]} items
 * @param {import('./types.js').Rule} rule
 * @returns {import('./types.js').Outcome}
 */
export function outcome(entries, items, rule) {
  const counted = items.filter(({ counts }) => counts);
  let [answered, earned, points] = [0, 0, 0];
  for (const { id, version, max } of counted) {
    const saved = readSaved(entries.get(EXERCISE_ENTRY + id) ?? '');
    points += max;
    if (!saved || saved.version !== version || !saved.attempts) continue;
    answered += 1;
    earned += Math.min(saved.score, max);
  }
  const completed = counted.length > 0 && answered * 100 >= rule.answered * counted.length;
  const practised = points ? Math.round((earned * 100) / points) : 0;
  const score = rule.paper ? bestOf(entries.get(PAPER)) : practised;
  const judged = score !== null && (rule.paper || completed);
  const success = judged ? (score >= rule.passMark ? 'passed' : 'failed') : 'unknown';
  return { answered, count: counted.length, completed, success, score };
}

/**
 * Records the result of a paper, if it decides about passing and is the best so far.
 *
 * @param {any} result Detail of the event `test:graded`.
 * @param {string | null} before The present entry.
 * @param {import('./types.js').Rule} rule
 * @returns {string | null} The new entry; `null` if it does not change.
 */
export function takePaper(result, before, rule) {
  if (!rule.paper || result?.plan !== rule.paper) return null;
  let [earned, points] = [0, 0];
  for (const item of Object.values(result.items ?? {})) {
    earned += item.earned;
    points += item.points;
  }
  const percent = Math.round((earned * 100) / points);
  if (!Number.isFinite(percent) || percent <= (bestOf(before) ?? -1)) return null;
  return JSON.stringify({ percent, at: Date.now() });
}

/** @param {string | null | undefined} entry */
function bestOf(entry) {
  try {
    const { percent } = JSON.parse(entry ?? '');
    return Number.isFinite(percent) ? Math.min(Math.max(percent, 0), 100) : null;
  } catch {
    return null;
  }
}
