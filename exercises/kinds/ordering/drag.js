/** Dragging the entries of a list up and down with mouse, pen or finger. */

/** Distance from the window's edge, in pixels, at which dragging scrolls the page. */
const EDGE = 70;
/** Scrolling speed at the very edge, in pixels per frame. */
const FASTEST = 16;

/**
 * Makes a list's entries draggable: by their handles, and with a mouse also by their text.
 *
 * @param {HTMLElement} list
 * @param {() => boolean} mayDrag
 * @param {(row: HTMLElement, by: number) => boolean} pass Moves a row past its neighbour.
 * @param {() => void} changed Called after a drag that changed the order.
 */
export function dragging(list, mayDrag, pass, changed) {
  /**
   * Only the pointer that started the drag moves and drops the row.
   *
   * @type {{ row: HTMLElement, pointer: number, grip: number, moves: number, y: number } | null}
   */
  let held = null;

  /** Moves the held row to the pointer, past neighbours that it covers by half. */
  const follow = () => {
    if (!held) return;
    const { row, grip, y } = held;
    const top = y - grip;
    row.style.transform = '';
    const height = row.offsetHeight;
    const neighbour = (/** @type {number} */ by) =>
      (by < 0 ? row.previousElementSibling : row.nextElementSibling)?.getBoundingClientRect();
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
  };

  /** Scrolls the page while a row is held near an edge, even if the pointer does not move. */
  const scroll = () => {
    if (!held) return;
    const over = Math.max(0, EDGE - held.y) - Math.max(0, held.y - (innerHeight - EDGE));
    if (over) {
      scrollBy({ top: -FASTEST * Math.max(-1, Math.min(1, over / EDGE)), behavior: 'instant' });
      follow();
    }
    requestAnimationFrame(scroll);
  };

  list.addEventListener('pointerdown', (event) => {
    const target = /** @type {Element} */ (event.target);
    const grip = event.pointerType === 'touch' ? '.handle' : 'li';
    const row = target.closest('li');
    if (held || !row || !mayDrag() || event.button) return;
    if (target.closest('button') || !target.closest(grip)) return;
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
    row.classList.add('dragged');
    const { clientY: y, pointerId: pointer } = event;
    held = { row, pointer, grip: y - row.getBoundingClientRect().top, moves: 0, y };
    requestAnimationFrame(scroll);
  });

  list.addEventListener('pointermove', ({ clientY, pointerId }) => {
    if (held?.pointer !== pointerId) return;
    held.y = clientY;
    follow();
  });

  /** @param {PointerEvent} event */
  const drop = ({ pointerId }) => {
    if (held?.pointer !== pointerId) return;
    const { row, moves } = held;
    held = null;
    row.style.transform = '';
    row.classList.remove('dragged');
    if (moves) changed();
  };
  // The capture may be lost without either, as when a system dialog opens or the window closes.
  for (const end of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    list.addEventListener(end, drop);
  }
}
