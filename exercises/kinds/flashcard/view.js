/** Flashcard, interactive: the front first, then the back with the ratings. */
import { makeRow } from '../../choice/options.js';
import { inline, make, setAttribute } from '../../web/src/dom.js';
import { sourceLine } from '../../web/src/sources.js';

const MARKS = { right: '记住了', wrong: '再记一次' };

/** A card is rated rather than answered, and its back has been seen by then. */
const WORDS = {
  unanswered: '还没有评定。请选想起了多少，再提交。',
  correct: '想起来了',
  wrong: '没有想起来，过后再记',
  reveal: '看说明',
};

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {{ front: string, back: string[], sentences: string[], ratings: { id: string, text: string }[] }} */
  const { front, back, sentences, ratings } = payload.face;
  const rows = ratings.map(({ id, text }) => makeRow(context.prefix, 'radio', id, text));
  const sources = sourceLine(payload.sources);
  sources.hidden = false;
  const labelled = `${context.prefix}-rate`;
  const other = make(
    'div',
    { class: 'card-back', role: 'group', 'aria-label': '背面', tabindex: '-1' },
    make('ol', { class: 'card-entries' }, ...back.map((entry) => make('li', {}, entry))),
    make('blockquote', {}, ...sentences.map((text) => make('p', {}, text))),
    sources,
  );
  const rating = make(
    'div',
    { class: 'ratings', role: 'radiogroup', 'aria-labelledby': labelled },
    make('p', { class: 'question', id: labelled }, '想起了多少？'),
    make('ul', { class: 'exercise-options' }, ...rows.map(({ element }) => element)),
  );
  const note = make('p', { class: 'card-note' });
  const turn = (/** @type {boolean} */ over) => {
    other.hidden = rating.hidden = !over;
  };
  const picked = () => rows.find(({ input }) => input.checked);
  let locked = false;
  turn(false);
  return {
    element: make(
      'div',
      { class: 'exercise-flashcard' },
      make('div', { class: 'card' }, make('p', { class: 'card-front' }, ...inline(front)), other),
      rating,
      note,
    ),
    /** @returns {Record<string, string>} */
    read() {
      const row = picked();
      return row ? { recall: row.id } : {};
    },
    write(response) {
      for (const { id, input } of rows) input.checked = response.recall === id;
      turn(!!picked());
    },
    lock(value) {
      // On a retry the card starts with its front again.
      if (locked !== value) turn(value);
      locked = value;
      for (const { input } of rows) input.disabled = value;
    },
    mark(grade, revealed) {
      for (const row of rows) {
        const shown = grade && row.input.checked ? (grade.score ? 'right' : 'wrong') : null;
        setAttribute(row.element, 'data-mark', shown);
        row.mark.textContent = shown ? MARKS[shown] : '';
      }
      note.textContent = revealed ? (payload.rubric.slots.recall?.values.good?.feedback ?? '') : '';
    },
    words: WORDS,
    label: () => (other.hidden ? '翻面' : ''),
    next() {
      if (!other.hidden) return null;
      turn(true);
      other.focus();
      return '';
    },
  };
};
