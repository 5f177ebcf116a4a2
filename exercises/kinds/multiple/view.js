/** Multiple choice, interactive. */
import { optionsView } from '../../choice/options.js';

const PICKED = 'picked';

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) =>
  optionsView(payload, context, {
    type: 'checkbox',
    toResponse: (picked) => Object.fromEntries(picked.map((option) => [option, PICKED])),
    isPicked: (response, option) => response[option] === PICKED,
    about(option) {
      const outcome = payload.rubric.slots[option]?.values[PICKED];
      return { key: (outcome?.points ?? 0) > 0, feedback: outcome?.feedback ?? '' };
    },
  });
