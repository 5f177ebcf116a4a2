/** Single choice, interactive. */
import { oneOf, optionsView } from '../../choice/options.js';

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) => optionsView(payload, context, oneOf(payload.rubric, 'choice'));
