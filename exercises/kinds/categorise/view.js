/** Categorising, interactive: each card has a row of groups to choose from. */
import { inline, make, setAttribute } from '../../web/src/dom.js';

const MARKS = { right: '归对', wrong: '归错', missed: '未归', none: '' };

/** How many characters of a group's name fit into a third of a phone's width, on two lines. */
const TWO_LINES = 8;

/** @typedef {{ id: string, text: string }} Named */

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {{ cards: Named[], groups: Named[] }} */
  const { cards, groups } = payload.face;
  const rows = context.shuffled(cards).map((card) => makeRow(context.prefix, card, groups));
  return {
    element: make('ul', { class: 'sorting' }, ...rows.map(({ element }) => element)),
    read: () =>
      Object.fromEntries(
        rows.flatMap(({ id, inputs }) =>
          inputs.filter(({ checked }) => checked).map(({ value }) => [id, value]),
        ),
      ),
    write(response) {
      for (const { id, inputs } of rows) {
        for (const input of inputs) input.checked = response[id] === input.value;
      }
    },
    lock(locked) {
      for (const input of rows.flatMap(({ inputs }) => inputs)) input.disabled = locked;
    },
    mark(grade, revealed) {
      for (const { id, element, mark, reason } of rows) {
        const graded = grade?.slots.find(({ slot }) => slot === id);
        const shown = graded?.mark ?? 'none';
        const values = Object.entries(payload.rubric.slots[id]?.values ?? {});
        const [key, outcome] = values.find(([, { points }]) => points > 0) ?? [];
        const name = groups.find((group) => group.id === key)?.text;
        const open = revealed && shown !== 'right';
        setAttribute(element, 'data-mark', shown === 'none' ? null : shown);
        mark.textContent = MARKS[shown];
        // The feedback on a missed card names the key.
        reason.replaceChildren(
          ...(graded && shown !== 'missed' ? [make('p', {}, graded.feedback)] : []),
          ...(open
            ? [make('p', {}, make('b', {}, `应归：${name}`), `　${outcome?.feedback}`)]
            : []),
        );
      }
    },
  };
};

/**
 * @param {string} prefix
 * @param {Named} card
 * @param {Named[]} groups
 */
function makeRow(prefix, { id, text }, groups) {
  const name = `${prefix}-${id}`;
  const segments = make(
    'div',
    { class: 'segments' },
    ...groups.map(({ id: value, text: group }) =>
      make('label', {}, make('input', { type: 'radio', name, value }), make('span', {}, group)),
    ),
  );
  segments.style.setProperty('--groups', String(groups.length));
  segments.style.setProperty('--in-a-row', String(inARow(groups)));
  const inputs = [...segments.querySelectorAll('input')];
  const mark = make('span', { class: 'slot-mark' });
  const reason = make('div', { class: 'reason', id: `${name}-reason` });
  const element = make(
    'li',
    {},
    make(
      'div',
      {
        class: 'exercise-step',
        role: 'radiogroup',
        'aria-labelledby': `${name}-text`,
        'aria-describedby': `${name}-reason`,
      },
      make(
        'p',
        { class: 'card-text' },
        make('span', { id: `${name}-text` }, ...inline(text)),
        mark,
      ),
      segments,
    ),
    reason,
  );
  return { id, inputs, mark, reason, element };
}

/**
 * Returns how many groups to show in a row on a phone: all of them or half, so that the rows are
 * full, or one if the names are long.
 *
 * @param {Named[]} groups
 */
function inARow(groups) {
  const n = groups.length;
  if (Math.max(...groups.map(({ text }) => text.length)) > TWO_LINES) return 1;
  return n > 3 && n % 2 === 0 ? n / 2 : n > 3 ? 1 : n;
}
