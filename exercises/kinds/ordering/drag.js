/** Dragging the entries of a list up and down, by mouse, pen and finger. */

/** How near to the window's edge, in pixels, dragging scrolls the page. */
const EDGE = 70;

/**
 * Lets a list's entries be dragged: by their handles, with a mouse also by their text.
 *
 * @param {HTMLElement} list
 * @param {() => boolean} mayDrag
 * @param {(row: HTMLElement, by: number) => boolean} pass Lets a row pass its neighbour.
 * @param {() => void} changed Called after a drag that changed the order.
 */
export function dragging(list, mayDrag, pass, changed) {
  /** @type {{ row: HTMLElement, grip: number, moves: number } | null} */
  let held = null;

  list.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    const grip = event.pointerType === 'touch' ? '.handle' : 'li';
    const row = target.closest('li');
    if (!row || !mayDrag() || event.button || target.closest('button') || !target.closest(grip)) {
      return;
    }
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
    row.classList.add('dragged');
    held = { row, grip: event.clientY - row.getBoundingClientRect().top, moves: 0 };
  });

  list.addEventListener('pointermove', ({ clientY }) => {
    if (!held) return;
    const { row, grip } = held;
    const top = clientY - grip;
    row.style.transform = '';
    const height = row.offsetHeight;
    const neighbour = (/** @type {number} */ by) =>
      (by < 0 ? row.previousElementSibling : row.nextElementSibling)?.getBoundingClientRect();
    // Half over its neighbour, it passes it.
    for (let next = neighbour(-1); next && top < next.top + next.height / 2; next = neighbour(-1)) {
      pass(row, -1);
      held.moves -= 1;
    }
    for (
      let next = neighbour(1);
      next && top + height > next.top + next.height / 2;
      next = neighbour(1)
    ) {
      pass(row, 1);
      held.moves += 1;
    }
    row.style.transform = `translateY(${top - row.getBoundingClientRect().top}px)`;
    if (clientY < EDGE) scrollBy(0, -EDGE / 4);
    if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
  });

  const drop = () => {
    if (!held) return;
    const { row, moves } = held;
    held = null;
    row.style.transform = '';
    row.classList.remove('dragged');
    if (moves) changed();
  };
  list.addEventListener('pointerup', drop);
  list.addEventListener('pointercancel', drop);
}
