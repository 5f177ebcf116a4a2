/** A reader's attempts at one exercise: what they have earned, and what may be shown. No page. */
import { grade } from './rubric.js';

/** A second wrong attempt shows the answer. */
const ATTEMPTS_BEFORE_ANSWER = 2;

export class Attempts {
  /** @param {Pick<import('./types.js').Payload, 'rubric' | 'version'>} payload */
  constructor({ rubric, version }) {
    this.rubric = rubric;
    this.version = version;
    this.count = 0;
    /** Whether the key may be seen. */
    this.revealed = false;
    /** @type {import('./types.js').Verdict | ''} */
    this.first = '';
    /** @type {import('./types.js').Grade | null} Of the response that stands in the form. */
    this.grade = null;
  }

  /** Forgets them all. */
  clear() {
    this.count = 0;
    this.revealed = false;
    this.first = '';
    this.grade = null;
  }

  /** Whether the response stands fast, until the form is opened again. */
  get locked() {
    return this.revealed || this.isGraded;
  }

  get isGraded() {
    return this.grade !== null && this.grade.state !== 'unanswered';
  }

  /**
   * Grades a response. What is not answered is no attempt.
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

  /** Begins a further one. */
  reopen() {
    this.grade = null;
    this.revealed = false;
  }

  /**
   * Takes up what was saved.
   *
   * @param {import('./types.js').Saved | null} saved
   * @returns {import('./types.js').State} `stale` if it was saved of another version.
   */
  restore(saved) {
    this.clear();
    if (saved === null) return 'new';
    if (saved.version !== this.version) return 'stale';
    this.count = saved.attempts;
    this.revealed = saved.revealed;
    this.first = saved.first;
    // The verdict is worked out anew: what is stored is never believed.
    const graded = saved.state !== 'new' && saved.state !== 'stale';
    this.grade = graded ? grade(this.rubric, saved.response) : null;
    return this.grade?.state ?? 'new';
  }

  /**
   * Gives what is to be saved.
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
   * Takes over what was kept in the end: another page may have saved attempts of its own.
   *
   * @param {import('./types.js').Saved} kept
   */
  catchUp({ attempts, first }) {
    this.count = attempts;
    this.first = first;
  }
}
