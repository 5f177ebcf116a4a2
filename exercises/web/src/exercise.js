/** An exercise on the page: answering, grading, hint, retry, reveal, and saving its state. */
import kinds from '#kinds';
import { Attempts } from './attempts.js';
import { expose } from './contract.js';
import { inline, make } from './dom.js';
import { makeFold } from './fold.js';
import { makeFoot } from './foot.js';
import { shuffle } from './shuffle.js';
import { sourceLine } from './sources.js';
import { ACTIONS, AGAIN, HINT, verdictWords } from './words.js';

let count = 0;

export class Exercise {
  /**
   * Builds the interactive form.
   *
   * @param {HTMLElement} root The exercise's section.
   * @param {HTMLElement} live The part of it for the interactive form.
   * @param {import('./types.js').Payload} payload
   * @param {import('./types.js').Memory} memory
   * @param {object} [options]
   * @param {boolean} [options.test] In a test the learner can only answer: the response is saved at
   *   each change, and there is no hint or verdict. After the test the memory returns it as
   *   revealed.
   * @param {() => HTMLElement} [options.wayOn] Creates the button that leads on from a finished
   *   exercise.
   * @param {boolean} [options.folds] Whether it can be folded when finished.
   */
  constructor(root, live, payload, memory, { test = false, wayOn, folds = false } = {}) {
    this.root = root;
    this.test = test;
    this.wayOn = wayOn;
    /** @type {HTMLElement | null} */
    this.onward = null;
    this.payload = payload;
    this.memory = memory;
    this.attempts = new Attempts(payload);
    /** Whether the response was set by a script: no step comes before submitting it then. */
    this.whole = false;

    const kind = kinds[payload.kind];
    if (!kind) throw new Error(`no such kind: ${payload.kind}`);
    const prefix = `${payload.id}-${++count}`;
    this.view = kind(payload, {
      prefix,
      test,
      shuffled: (list) => shuffle(list, memory.seed(payload.id)),
    });
    this.view.element.classList.add('exercise-step');
    this.hint = make('p', { class: 'exercise-hint', hidden: true }, HINT, ...inline(payload.hint));
    this.sources = sourceLine(payload.sources);
    this.foot = makeFoot(this.#acts(), root);
    this.buttons = this.foot.buttons;
    this.folding = folds ? makeFold(root) : null;
    this.form = make(
      'form',
      { class: 'exercise-form', novalidate: true, autocomplete: 'off' },
      make(
        'fieldset',
        { 'aria-describedby': `${prefix}-direction` },
        make('legend', { class: 'stem' }, ...inline(payload.stem)),
        make('p', { class: 'direction', id: `${prefix}-direction` }, payload.direction),
        this.view.element,
      ),
      this.hint,
      this.sources,
      this.foot.element,
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!test && !this.#goOn()) this.submit();
    });
    this.form.addEventListener('change', () => this.#keepDraft());
    this.form.addEventListener('input', () => this.#keepDraft());
    live.replaceChildren(this.form);
    expose(this);
    this.restore();
  }

  /**
   * Sets the whole response at once, for scripts.
   *
   * @param {import('./types.js').Response} response
   */
  answer(response) {
    this.attempts.reopen();
    this.whole = true;
    this.view.write(response);
    this.#show('new');
    this.#save('new');
  }

  /** The grade of the submitted response. */
  get grade() {
    return this.attempts.grade;
  }

  /** Whether the key is shown. */
  get revealed() {
    return this.attempts.revealed;
  }

  /** Grades the response in the form. */
  submit() {
    const focused = this.#hasFocus();
    const { state, score, max } = this.attempts.submit(this.view.read());
    this.#show(state);
    this.foot.raise();
    if (state === 'unanswered') return this.grade;
    this.#save(state);
    if (focused) this.#handFocusOn();
    this.root.dispatchEvent(
      new CustomEvent('exercise:graded', {
        bubbles: true,
        detail: {
          item: this.payload.id,
          kind: this.payload.kind,
          score,
          max,
          state,
          attempts: this.attempts.count,
        },
      }),
    );
    return this.grade;
  }

  /** Reopens the form with the last response, or empty if the key was shown. */
  retry() {
    const start = this.revealed;
    this.attempts.reopen();
    this.whole = false;
    if (start) this.view.write({});
    this.#show('new');
    this.#save('new');
    this.focus();
  }

  /** Shows the key and all feedback. */
  reveal() {
    const focused = this.#hasFocus();
    this.attempts.revealed = true;
    const state = this.grade?.state ?? 'new';
    this.#show(state);
    this.foot.raise();
    this.#save(state);
    if (focused) this.#handFocusOn();
  }

  /** Clears the exercise and its saved state. */
  reset() {
    this.attempts.clear();
    this.whole = false;
    this.view.write({});
    this.hint.hidden = true;
    this.memory.forget(this.payload.id);
    this.#show('new');
  }

  /** Shows the saved state. */
  restore() {
    const saved = this.memory.load(this.payload.id);
    const state = this.attempts.restore(saved);
    this.view.write((state !== 'stale' && saved?.response) || {});
    this.#show(state);
  }

  /** Moves the focus to the first control. */
  focus() {
    const first = this.view.element.querySelector('input, select, textarea, button, [role=button]');
    if (first instanceof HTMLElement) first.focus();
    // The control may be on the back of a card.
    if (first !== document.activeElement) this.buttons.submit.focus();
  }

  /** Takes the step before submitting, if the kind has one. Returns whether it did. */
  #goOn() {
    const message = this.whole ? null : (this.view.next?.() ?? null);
    if (message === null) return false;
    this.#show('new');
    if (message) {
      this.foot.tell(message);
      this.foot.raise();
    }
    return true;
  }

  /** @param {import('./types.js').State} state */
  #show(state) {
    const { locked } = this.attempts;
    this.root.dataset.state = state;
    this.foot.lower();
    this.view.lock(locked);
    this.view.mark(locked ? this.grade : null, this.revealed);
    this.#tell(state);
    this.sources.hidden = this.view.sourcesTell ? !this.revealed : !locked;
    const { submit, hint, retry, reveal } = this.buttons;
    submit.hidden = locked;
    this.#nameSubmit();
    hint.hidden = !this.payload.hint || this.revealed || !this.hint.hidden;
    retry.hidden = !locked;
    retry.textContent = this.revealed ? AGAIN : ACTIONS.retry;
    retry.toggleAttribute('data-quiet', this.revealed);
    this.#showWayOn();
    this.folding?.offer(this.revealed);
    reveal.textContent = this.view.words?.reveal ?? ACTIONS.reveal;
    reveal.hidden = this.revealed || this.attempts.count === 0;
    if (this.revealed) this.hint.hidden = true;
    if (this.test) for (const button of Object.values(this.buttons)) button.hidden = true;
  }

  /**
   * Shows the button that leads on once the key is shown. It is created only then, as finding its
   * target takes time.
   */
  #showWayOn() {
    if (this.revealed && this.wayOn) {
      this.onward ??= this.wayOn();
      this.foot.actions.prepend(this.onward);
    } else this.onward?.remove();
  }

  #nameSubmit() {
    this.buttons.submit.textContent = (!this.whole && this.view.label?.()) || ACTIONS.submit;
  }

  /** @param {import('./types.js').State} state */
  #tell(state) {
    const { grade, revealed, view } = this;
    this.foot.tell(verdictWords(state, grade?.summary ?? '', revealed, view.words));
  }

  /** Saves the unfinished response, so that a reload does not lose it. */
  #keepDraft() {
    if (this.attempts.isGraded) return;
    this.whole = false;
    if (this.root.dataset.state !== 'new' || this.foot.status.firstChild) this.#show('new');
    this.#nameSubmit();
    this.#save('new');
  }

  /** @param {import('./types.js').State} state */
  #save(state) {
    const { attempts, memory, payload, view } = this;
    const kept = memory.save(payload.id, attempts.toSave(view.read(), state));
    if (kept) attempts.catchUp(kept);
  }

  /** Must be called before the form changes: hiding or disabling an element takes its focus. */
  #hasFocus() {
    return this.form.contains(document.activeElement);
  }

  /** Moves the focus from the pressed button to the next one. */
  #handFocusOn() {
    const next = this.onward?.isConnected ? this.onward : this.buttons.retry;
    next.focus({ preventScroll: true });
  }

  /** @returns {Record<import('./foot.js').Action, () => void>} */
  #acts() {
    return {
      submit: () => {},
      hint: () => {
        this.hint.hidden = false;
        this.buttons.hint.hidden = true;
        this.hint.tabIndex = -1;
        this.hint.focus();
      },
      retry: () => this.retry(),
      reveal: () => this.reveal(),
    };
  }
}
