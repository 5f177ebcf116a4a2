/** Cloze, interactive: the passage with fields to type in or a word list to choose from. */
import { gapsView } from '../../gaps/gaps.js';
import { make } from '../../web/src/dom.js';

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) =>
  gapsView(payload, context, (lay) =>
    make('p', { class: 'passage' }, ...lay(payload.face.segments)),
  );
