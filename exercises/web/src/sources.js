/** Links from a verdict to the sentences of the speech. */
import { make } from './dom.js';
import { SOURCE } from './words.js';

/**
 * Creates the line with the sentences behind a verdict. In the book they are links; elsewhere (in
 * Jupyter) their text can be unfolded.
 *
 * @param {import('./types.js').Source[]} sources
 * @returns {HTMLElement}
 */
export function sourceLine(sources) {
  const line = make('div', { class: 'exercise-sources', hidden: true }, SOURCE);
  sources.forEach(({ id, label, href, text }, i) => {
    if (i) line.append('、');
    if (href) {
      line.append(make('a', { href, 'data-source': id }, label));
    } else {
      line.append(
        make(
          'details',
          { 'data-source': id },
          make('summary', {}, label),
          make('blockquote', {}, text ?? ''),
        ),
      );
    }
  });
  return line;
}
