/** Statements about the course as a whole, by the rule in `course.yml`, each sent once. */
import { inSeconds } from './statements.js';

/**
 * @param {import('./statements.js').Sayer} say
 * @param {Set<string>} said Verbs that were already sent; new ones are added.
 * @param {import('./types.js').Outcome} outcome
 * @param {{ seconds: number, mastery: number }} of
 * @returns {import('./statements.js').Statement[]}
 */
export function standing(say, said, { completed, success, score }, { seconds, mastery }) {
  const statements = [];
  const duration = inSeconds(seconds);
  if (completed && !said.has('completed')) {
    said.add('completed');
    statements.push(say('completed', { completion: true, duration }));
  }
  // Failing may be sent once and passing after it, each once in a registration.
  const judged = success !== 'unknown' && !said.has('passed') && !said.has(success);
  if (judged && score !== null) {
    said.add(success);
    const result = { success: success === 'passed', score: { scaled: score / 100 }, duration };
    statements.push(say(success, result, mastery));
  }
  return statements;
}
