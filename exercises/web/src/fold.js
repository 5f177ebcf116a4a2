/** Folding a finished exercise to its title line, so that the text around it stands out. */
import { make, setAttribute } from './dom.js';
import { FOLD, UNFOLD } from './words.js';

/** @param {Element} root The exercise's section. */
export function makeFold(root) {
  const title = root.querySelector('.exercise-title');
  const button = make('button', { type: 'button', class: 'exercise-fold', hidden: true });
  /** @param {boolean} folded */
  const fold = (folded) => {
    setAttribute(root, 'data-folded', folded ? '' : null);
    button.textContent = folded ? UNFOLD : FOLD;
    button.setAttribute('aria-expanded', String(!folded));
    button.setAttribute('aria-describedby', title?.id ?? '');
  };
  button.addEventListener('click', () => fold(!root.hasAttribute('data-folded')));
  title?.after(button);
  fold(false);
  return {
    fold,
    /** @param {boolean} done Only finished exercises can be folded. */
    offer(done) {
      button.hidden = !done;
      if (!done) fold(false);
    },
  };
}
