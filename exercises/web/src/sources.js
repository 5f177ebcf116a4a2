/** From a verdict to the words of the speech. */
import { make } from './dom.js';
import { SOURCE } from './words.js';

/**
 * Makes the line that leads to the sentences behind a verdict. Within the book each is a link to
 * the sentence; elsewhere (in Jupyter) its words are folded in.
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
