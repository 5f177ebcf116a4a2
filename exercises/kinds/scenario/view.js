/** Scenario, interactive: one decision after the other, each with its consequence. */
import { oneOf, optionsView } from '../../choice/options.js';
import { inline, make } from '../../web/src/dom.js';

/** @typedef {{ slot: string, scene: string, question: string, consequences: Record<string, string> }} Step */

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => {
  /** @type {Step[]} */
  const steps = payload.face.steps;
  const made = steps.map((step, i) => makeStep(payload, context, step, i));
  const last = made.length - 1;
  /** The step to decide. Earlier steps are decided, later ones are hidden. */
  let current = 0;
  /** After an attempt all decisions can be changed. */
  let reopened = false;
  let locked = false;
  const update = () =>
    made.forEach(({ element, options, picked, consequence }, i) => {
      const decided = i < current && !reopened && picked() !== '';
      element.hidden = i > current && !locked;
      options.lock(locked || decided);
      consequence.hidden = !picked() || !(locked || decided);
      consequence.textContent = consequence.hidden
        ? ''
        : `接着：${steps[i]?.consequences[picked()]}`;
    });
  return {
    element: make('div', { class: 'exercise-scenario' }, ...made.map(({ element }) => element)),
    read: () => Object.assign({}, ...made.map(({ options }) => options.read())),
    write(response) {
      for (const { options } of made) options.write(response);
      // A consequence may give the key away, so in a test all steps are open at once, as on paper.
      reopened = context.test;
      current = reopened
        ? last
        : Math.max(0, made.map(({ picked }) => picked() !== '').lastIndexOf(true));
      update();
    },
    lock(value) {
      if (locked && !value) {
        reopened = made.some(({ picked }) => picked());
        current = reopened ? last : 0;
      }
      locked = value;
      update();
    },
    mark(grade, revealed) {
      for (const { options } of made) options.mark(grade, revealed);
    },
    label: () => (reopened || current === last ? '' : '就这样定'),
    next() {
      const step = made[current];
      if (reopened || !step) return null;
      if (!step.picked()) {
        if (!current) return null;
        step.element.querySelector('input')?.focus();
        return '这一步还没有决定。请选一个选项。';
      }
      if (current === last) return null;
      current += 1;
      update();
      step.consequence.focus();
      step.consequence.scrollIntoView({ block: 'center' });
      return '';
    },
  };
};

/**
 * @param {import('../../web/src/types.js').Payload} payload
 * @param {import('../../web/src/types.js').Context} context
 * @param {Step} step
 * @param {number} i
 */
function makeStep(payload, context, step, i) {
  const { slot } = step;
  const prefix = `${context.prefix}-${slot}`;
  const options = optionsView(
    { ...payload, face: step },
    { ...context, prefix },
    oneOf(payload.rubric, slot),
  );
  const consequence = make('p', { class: 'consequence', tabindex: '-1' });
  const element = make(
    'div',
    {
      class: 'step',
      role: 'radiogroup',
      'aria-labelledby': `${prefix}-question`,
      'aria-describedby': `${prefix}-scene`,
    },
    make('p', { class: 'step-number' }, `第${i + 1}步，共${payload.face.steps.length}步`),
    make('p', { class: 'scene', id: `${prefix}-scene` }, ...inline(step.scene)),
    make('p', { class: 'question', id: `${prefix}-question` }, ...inline(step.question)),
    options.element,
    consequence,
  );
  return { element, options, consequence, picked: () => options.read()[slot] ?? '' };
}
