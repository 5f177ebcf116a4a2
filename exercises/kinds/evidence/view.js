/** Evidence, interactive: a decision, and beside it the passage with its possible grounds. */
import { makeRow, oneOf, optionsView } from '../../choice/options.js';
import { make, setAttribute } from '../../web/src/dom.js';

const PICKED = 'picked';
const MARKS = { right: '是依据', wrong: '不是依据', missed: '漏选', none: '' };
const NO_DECISION = '还没有判断。请先选一个选项。';
const NO_GROUNDS = '还没有选依据。请在原文里选出作为依据的句子。';
/** Replaces the feedback on a ground, which would give the decision away. */
const MISREAD = '依据找对了，判断却不对。再读读这一句，重新判断。';

/** @typedef {{ slot: string, paragraph: number, number: number, text: string }} Sentence */

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  const { slots } = payload.rubric;
  /** @type {{ question: string, passage: Sentence[] }} */
  const { question, passage } = payload.face;
  const options = optionsView(payload, context, oneOf(payload.rubric, 'choice'));
  const rows = passage.map((sentence) => makeSentence(context.prefix, sentence));
  const picked = () => rows.filter(({ input }) => input.checked);
  const decision = makePart('decision', 'radiogroup', context.prefix, '怎样判断？');
  decision.append(options.element);
  const grounds = makePart('grounds', 'group', context.prefix, question);
  grounds.append(...paragraphs(rows));
  return {
    element: make('div', { class: 'exercise-evidence' }, make('div', {}, decision), grounds),
    read: () => ({
      ...options.read(),
      ...Object.fromEntries(picked().map(({ id }) => [id, PICKED])),
    }),
    write(response) {
      options.write(response);
      for (const { id, input } of rows) input.checked = response[id] === PICKED;
    },
    lock(locked) {
      options.lock(locked);
      for (const { input } of rows) input.disabled = locked;
    },
    mark(grade, revealed) {
      options.mark(grade, revealed);
      const decided = grade?.slots.find(({ slot }) => slot === 'choice')?.mark === 'right';
      for (const row of rows) {
        const outcome = slots[row.id]?.values[PICKED];
        const key = (outcome?.points ?? 0) > 0;
        const given = row.input.checked && (grade !== null || revealed);
        const mark = given ? (key ? 'right' : 'wrong') : revealed && key ? 'missed' : 'none';
        setAttribute(row.element, 'data-mark', mark === 'none' ? null : mark);
        // Without a grade the answer was only revealed, so nothing counts as missed.
        row.mark.textContent = MARKS[mark === 'missed' && !grade ? 'right' : mark];
        const reason = key && !decided && !revealed ? MISREAD : (outcome?.feedback ?? '');
        row.reason.textContent = given || revealed ? reason : '';
      }
    },
    // The sources are the grounds.
    sourcesTell: true,
    next() {
      const [missing, message] = options.read().choice
        ? [grounds, NO_GROUNDS]
        : [decision, NO_DECISION];
      // With neither, submitting reports that nothing was answered.
      if (!!options.read().choice === picked().length > 0) return null;
      missing.querySelector('input')?.focus();
      return message;
    },
  };
};

/**
 * Creates one of the two parts to answer, under its question.
 *
 * @param {string} name
 * @param {'radiogroup' | 'group'} role
 * @param {string} prefix
 * @param {string} question
 */
function makePart(name, role, prefix, question) {
  const id = `${prefix}-${name}`;
  const attributes = { class: `${name} exercise-step`, role, 'aria-labelledby': id };
  return make('div', attributes, make('p', { class: 'question', id }, question));
}

/**
 * @param {string} prefix
 * @param {Sentence} sentence
 */
function makeSentence(prefix, { slot, paragraph, number, text }) {
  const row = makeRow(`${prefix}-grounds`, 'checkbox', slot, text);
  row.input.after(make('b', { class: 'place' }, `第${number}句`));
  return { ...row, paragraph };
}

/**
 * Returns the sentences of each paragraph as a list, below the paragraph's number.
 *
 * @param {{ paragraph: number, element: HTMLElement }[]} rows
 */
function paragraphs(rows) {
  return [...new Set(rows.map(({ paragraph }) => paragraph))].flatMap((number) => [
    make('p', { class: 'paragraph' }, `第${number}段`),
    make(
      'ul',
      { class: 'exercise-options' },
      ...rows.filter(({ paragraph }) => paragraph === number).map(({ element }) => element),
    ),
  ]);
}
