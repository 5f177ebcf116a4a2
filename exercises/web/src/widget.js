/** The widget: the same exercise in Jupyter, synchronised with its Python model. */
import { make } from './dom.js';
import { Exercise } from './exercise.js';
import { oneActAPress } from './one-act.js';

/**
 * @typedef {object} Model anywidget's proxy of the Python side.
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, callback: () => void) => void} on
 * @property {(event: string, callback: () => void) => void} off
 */

/**
 * Saves an exercise's state in its Python model, which lives as long as the kernel.
 *
 * @param {Model} model
 * @param {string} version
 * @returns {import('./types.js').Memory}
 */
function modelMemory(model, version) {
  let revealed = false;
  return {
    load: () => ({
      version,
      response: model.get('response'),
      state: model.get('state'),
      score: model.get('score'),
      attempts: model.get('attempts'),
      revealed,
      first: '',
      at: 0,
    }),
    save(_item, saved) {
      revealed = saved.revealed;
      for (const name of /** @type {const} */ (['response', 'state', 'score', 'attempts'])) {
        model.set(name, saved[name]);
      }
      model.save_changes();
    },
    forget() {
      revealed = false;
      for (const [name, value] of Object.entries({
        response: {},
        state: 'new',
        score: 0,
        attempts: 0,
      })) {
        model.set(name, value);
      }
      model.save_changes();
    },
    seed: (item) => item,
  };
}

/** @param {{ model: Model, el: HTMLElement }} context */
function render({ model, el }) {
  const payload = model.get('payload');
  const title = make(
    'p',
    { class: 'exercise-title', id: `ex-${payload.id}-title` },
    make('span', { class: 'exercise-label' }, payload.label),
  );
  const live = make('div', { class: 'exercise-live' });
  const root = make(
    'section',
    {
      class: 'exercise',
      id: `ex-${payload.id}`,
      'data-item': payload.id,
      'data-kind': payload.kind,
      'aria-labelledby': `ex-${payload.id}-title`,
    },
    title,
    live,
  );
  oneActAPress(root);
  el.replaceChildren(root);
  const exercise = new Exercise(root, live, payload, modelMemory(model, payload.version));
  // Only changes from Python: the page already shows its own.
  const follow = () => {
    const shown = JSON.stringify([
      exercise.view.read(),
      exercise.attempts.count,
      root.dataset.state,
    ]);
    const held = JSON.stringify([model.get('response'), model.get('attempts'), model.get('state')]);
    if (shown !== held) exercise.restore();
  };
  model.on('change', follow);
  return () => model.off('change', follow);
}

export default { render };
