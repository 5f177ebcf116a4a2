/** Single choice, live. */
import { optionsView } from '../../choice/options.js';

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) =>
  optionsView(payload, context, {
    type: 'radio',
    /** @returns {Record<string, string>} */
    toResponse: ([choice]) => (choice ? { choice } : {}),
    isPicked: (response, option) => response.choice === option,
    about(option) {
      const outcome = payload.rubric.slots.choice?.values[option];
      return { key: (outcome?.points ?? 0) > 0, feedback: outcome?.feedback ?? '' };
    },
  });
