/** An exercise on the page: answering, grading, hint, retry, answer, and remembering it all. */
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
   * Builds the live form.
   *
   * @param {HTMLElement} root The exercise's section.
   * @param {HTMLElement} live The part of it that holds the live form.
   * @param {import('./types.js').Payload} payload
   * @param {import('./types.js').Memory} memory
   * @param {object} [options]
   * @param {boolean} [options.test] In a test there is only the answer to give: it is kept at each
   *   change, and neither hint nor verdict is to be had. When the test is over, the memory says
   *   that it is revealed.
   * @param {() => HTMLElement} [options.wayOn] Makes what leads on when the exercise is done.
   * @param {boolean} [options.folds] Whether it can be folded when it is done.
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
    /** Set by the page's contract, a response is whole: no step comes before submitting it. */
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
   * Gives the whole response at once, as a script does.
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

  /** The grade of what is submitted. */
  get grade() {
    return this.attempts.grade;
  }

  /** Whether the key is seen. */
  get revealed() {
    return this.attempts.revealed;
  }

  /** Grades the response that stands in the form. */
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

  /** Opens the form again; the last answer stays in it to be mended. */
  retry() {
    const start = this.revealed;
    this.attempts.reopen();
    this.whole = false;
    if (start) this.view.write({});
    this.#show('new');
    this.#save('new');
    this.focus();
  }

  /** Shows the key and every reason. */
  reveal() {
    const focused = this.#hasFocus();
    this.attempts.revealed = true;
    const state = this.grade?.state ?? 'new';
    this.#show(state);
    this.foot.raise();
    this.#save(state);
    if (focused) this.#handFocusOn();
  }

  /** Forgets everything about this exercise. */
  reset() {
    this.attempts.clear();
    this.whole = false;
    this.view.write({});
    this.hint.hidden = true;
    this.memory.forget(this.payload.id);
    this.#show('new');
  }

  /** Shows what the memory holds of this exercise. */
  restore() {
    const saved = this.memory.load(this.payload.id);
    const state = this.attempts.restore(saved);
    this.view.write((state !== 'stale' && saved?.response) || {});
    this.#show(state);
  }

  /** Moves the focus to the first thing to answer. */
  focus() {
    const first = this.view.element.querySelector('input, select, textarea, button, [role=button]');
    if (first instanceof HTMLElement) first.focus();
    // It may be on the other side of a card.
    if (first !== document.activeElement) this.buttons.submit.focus();
  }

  /** Takes the step that comes before submitting, if the kind has one to take. */
  #goOn() {
    const told = this.whole ? null : (this.view.next?.() ?? null);
    if (told === null) return false;
    this.#show('new');
    if (told) {
      this.foot.tell(told);
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

  /** Done with, it leads on; what it would take to find out where is not done before. */
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

  /** Keeps what is being answered, so that a reload costs nothing. */
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

  /** To be asked before the form changes: what is hidden or locked has lost the focus already. */
  #hasFocus() {
    return this.form.contains(document.activeElement);
  }

  /** Gives the focus of what was pressed to what comes next. */
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
