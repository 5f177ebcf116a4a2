/** A reader's attempts at one exercise: their grades, and whether the key may be shown. No DOM. */
import { grade } from './rubric.js';

/** The answer is revealed after this many wrong attempts. */
const ATTEMPTS_BEFORE_ANSWER = 2;

export class Attempts {
  /** @param {Pick<import('./types.js').Payload, 'rubric' | 'version'>} payload */
  constructor({ rubric, version }) {
    this.rubric = rubric;
    this.version = version;
    this.count = 0;
    /** Whether the key may be shown. */
    this.revealed = false;
    /** @type {import('./types.js').Verdict | ''} */
    this.first = '';
    /** @type {import('./types.js').Grade | null} Of the response in the form. */
    this.grade = null;
  }

  /** Forgets all attempts. */
  clear() {
    this.count = 0;
    this.revealed = false;
    this.first = '';
    this.grade = null;
  }

  /** Whether the response cannot be changed before the form is reopened. */
  get locked() {
    return this.revealed || this.isGraded;
  }

  get isGraded() {
    return this.grade !== null && this.grade.state !== 'unanswered';
  }

  /**
   * Grades a response. An empty response does not count as an attempt.
   *
   * @param {import('./types.js').Response} response
   * @returns {import('./types.js').Grade}
   */
  submit(response) {
    const graded = grade(this.rubric, response);
    this.grade = graded;
    if (graded.state === 'unanswered') return graded;
    this.count += 1;
    this.first ||= graded.state;
    this.revealed = graded.state === 'correct' || this.count >= ATTEMPTS_BEFORE_ANSWER;
    return graded;
  }

  /** Begins another attempt. */
  reopen() {
    this.grade = null;
    this.revealed = false;
  }

  /**
   * Restores a saved state.
   *
   * @param {import('./types.js').Saved | null} saved
   * @returns {import('./types.js').State} `stale` if another version of the item was answered.
   */
  restore(saved) {
    this.clear();
    if (saved === null) return 'new';
    if (saved.version !== this.version) return 'stale';
    this.count = saved.attempts;
    this.revealed = saved.revealed;
    this.first = saved.first;
    // The verdict is computed again: stored verdicts are not trusted.
    const graded = saved.state !== 'new' && saved.state !== 'stale';
    this.grade = graded ? grade(this.rubric, saved.response) : null;
    return this.grade?.state ?? 'new';
  }

  /**
   * Returns the state to save.
   *
   * @param {import('./types.js').Response} response
   * @param {import('./types.js').State} state
   * @returns {import('./types.js').Saved}
   */
  toSave(response, state) {
    return {
      version: this.version,
      response,
      state,
      score: this.grade?.score ?? 0,
      attempts: this.count,
      revealed: this.revealed,
      first: this.first,
      at: Date.now(),
    };
  }

  /**
   * Adopts what was actually saved: another page may have saved attempts of its own.
   *
   * @param {import('./types.js').Saved} kept
   */
  catchUp({ attempts, first }) {
    this.count = attempts;
    this.first = first;
  }
}
