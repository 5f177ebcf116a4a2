/** True or false, interactive: the judgement and, if judged false, the corrections. */
import { makeRow } from '../../choice/options.js';
import { inline, make, setAttribute } from '../../web/src/dom.js';
import { MARKS } from '../../web/src/words.js';

/** @typedef {{ id: string, change: string, to: string }} Correction */

const MORE = '还没有选怎样改。请选一个改法。';
const WHERE = '这个说法有一处不合原文。';

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {{ statement: string, corrections: Correction[] }} */
  const { statement, corrections } = payload.face;
  const values = payload.rubric.slots.answer?.values ?? {};
  const isTrue = (values.true?.points ?? 0) > 0;
  const key = corrections.find(({ id }) => values[id]?.mark === 'right');
  const judging = `${context.prefix}-judging`;
  const fixing = `${context.prefix}-fixing`;
  const yes = makeRow(judging, 'radio', 'true', '对，符合原文');
  const no = makeRow(judging, 'radio', 'false', '错，要改');
  const fixes = context
    .shuffled(corrections)
    .map(({ id, change, to }) => makeRow(fixing, 'radio', id, `把**${change}**改为**${to}**`));
  const corrected = make('p', { class: 'corrected' });
  const how = makeGroup('怎样改', fixes);
  how.prepend(make('p', { class: 'question' }, '怎样改？'));
  const update = () => {
    how.hidden = !no.input.checked;
    if (how.hidden) for (const { input } of fixes) input.checked = false;
  };
  const element = make(
    'div',
    { class: 'exercise-true-false' },
    make('div', { class: 'statement' }, make('p', {}, ...inline(statement)), corrected),
    makeGroup('判断', [yes, no]),
    how,
  );
  element.addEventListener('change', update);
  const fix = () => fixes.find(({ input }) => input.checked);
  return {
    element,
    /** @returns {Record<string, string>} */
    read() {
      if (yes.input.checked) return { answer: 'true' };
      return no.input.checked ? { answer: fix()?.id ?? 'false' } : {};
    },
    write({ answer = '' }) {
      yes.input.checked = answer === 'true';
      no.input.checked = !yes.input.checked && Object.hasOwn(values, answer);
      for (const { id, input } of fixes) input.checked = id === answer;
      update();
    },
    lock(locked) {
      for (const { input } of [yes, no, ...fixes]) input.disabled = locked;
    },
    mark(grade, revealed) {
      for (const row of [yes, no, ...fixes]) {
        const right = row.id === String(isTrue) || row.id === key?.id;
        const picked = row.input.checked && (grade !== null || revealed);
        const mark = picked ? (right ? 'right' : 'wrong') : revealed && right ? 'missed' : 'none';
        setAttribute(row.element, 'data-mark', mark === 'none' ? null : mark);
        row.mark.textContent = MARKS[mark === 'missed' ? 'right' : mark];
        row.reason.textContent = picked || revealed ? (values[row.id]?.feedback ?? '') : '';
      }
      // Both judgements have the same feedback, and it gives the key away.
      const [rightRow, wrongRow] = isTrue ? [yes, no] : [no, yes];
      rightRow.reason.textContent = revealed ? (values.true?.feedback ?? '') : '';
      wrongRow.reason.textContent = !isTrue && grade && yes.input.checked && !revealed ? WHERE : '';
      how.hidden = !no.input.checked && !(revealed && key);
      corrected.replaceChildren(
        ...(revealed && key
          ? ['改正后：', ...inline(statement.replace(key.change, () => `**${key.to}**`))]
          : []),
      );
    },
    next() {
      if (!no.input.checked || fix()) return null;
      fixes[0]?.input.focus();
      return MORE;
    },
  };
};

/**
 * @param {string} name
 * @param {{ element: HTMLElement }[]} rows
 */
function makeGroup(name, rows) {
  return make(
    'div',
    { role: 'radiogroup', 'aria-label': name },
    make('ul', { class: 'exercise-options' }, ...rows.map(({ element }) => element)),
  );
}
