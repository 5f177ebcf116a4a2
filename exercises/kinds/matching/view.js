/** Matching, interactive: a select with the options for each premise. */
import { inline, make, setAttribute } from '../../web/src/dom.js';

const MARKS = { right: '配对', wrong: '配错', missed: '没配', none: '' };

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {{ premises: string[], words: string[] }} */
  const { premises, words } = payload.face;
  const choices = context.shuffled(words);
  const rows = premises.map((text, i) => makeRow(`${context.prefix}-${i + 1}`, text, choices));
  /** Notes in each select which options are already used for other premises. */
  const update = () => {
    for (const { field } of rows) {
      for (const option of field.options) {
        const used =
          !field.disabled &&
          rows.some((row) => row.field !== field && row.field.value === option.value);
        if (option.value) option.textContent = option.value + (used ? '（已用）' : '');
      }
    }
  };
  const element = make('ol', { class: 'matching' }, ...rows.map((row) => row.element));
  element.addEventListener('change', update);
  return {
    element,
    read: () =>
      Object.fromEntries(
        rows.map(({ field }, i) => [String(i + 1), field.value]).filter(([, value]) => value),
      ),
    write(response) {
      rows.forEach(({ field }, i) => {
        field.value = response[i + 1] ?? '';
      });
      update();
    },
    lock(locked) {
      for (const { field } of rows) field.disabled = locked;
      update();
    },
    mark(grade, revealed) {
      rows.forEach((row, i) => {
        const slot = payload.rubric.slots[i + 1];
        const graded = grade?.slots.find((given) => given.slot === String(i + 1));
        const shown = graded?.mark ?? 'none';
        const general = slot?.other.feedback ?? '';
        const [key] = Object.entries(slot?.values ?? {}).find(([, { points }]) => points > 0) ?? [];
        setAttribute(row.gap, 'data-mark', shown === 'none' ? null : shown);
        setAttribute(row.field, 'aria-invalid', /wrong|missed/.test(shown) ? 'true' : null);
        row.mark.textContent = MARKS[shown];
        row.key.textContent = revealed && shown !== 'right' ? `答案：${key}` : '';
        // The general feedback names the key; that on a foreseen mistake does not.
        const own = graded?.feedback === general ? '' : (graded?.feedback ?? '');
        row.reason.textContent = own + (revealed ? general : '');
      });
    },
  };
};

/**
 * @param {string} id
 * @param {string} text
 * @param {string[]} choices
 */
function makeRow(id, text, choices) {
  const reason = make('p', { class: 'reason', id: `${id}-reason` });
  const field = make(
    'select',
    { 'aria-labelledby': id, 'aria-describedby': reason.id },
    make('option', { value: '' }, '请选择'),
    ...choices.map((value) => make('option', { value }, value)),
  );
  const mark = make('span', { class: 'slot-mark' });
  const key = make('span', { class: 'slot-key' });
  const gap = make('span', { class: 'gap exercise-step' }, field, mark, key);
  const premise = make('span', { class: 'premise', id }, ...inline(text));
  return { element: make('li', {}, premise, gap, reason), field, gap, mark, key, reason };
}
