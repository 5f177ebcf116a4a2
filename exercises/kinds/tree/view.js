/** Structure tree, interactive: nested lists with gaps to fill from a word list. */
import { gapsView } from '../../gaps/gaps.js';
import { make } from '../../web/src/dom.js';

/** @typedef {{ segments: import('../../gaps/gaps.js').Segment[], branches: Branch[] }} Branch */

/** @type {import('../../web/src/types.js').Kind} */
export default (payload, context) =>
  gapsView(payload, context, (lay) => {
    /**
     * @param {Branch[]} branches
     * @returns {HTMLElement}
     */
    const list = (branches) =>
      make(
        'ul',
        {},
        ...branches.map(({ segments, branches: inner }) => {
          const item = make('li', {}, make('div', { class: 'exercise-step' }, ...lay(segments)));
          if (inner.length) item.append(list(inner));
          return item;
        }),
      );
    return make('div', { class: 'tree' }, list([payload.face.tree]));
  });
