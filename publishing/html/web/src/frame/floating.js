/**
 * Boxes that float over a page until the reader does something else. They use popovers where
 * available. Browsers without popovers (Chrome before 114) log an error for the attribute, so it is
 * set here and not in the pages.
 */

export const KNOWS_POPOVERS = 'popover' in HTMLElement.prototype;

/** @type {{ box: HTMLElement, source: HTMLElement } | null} The open box, without popovers. */
let shown = null;

/**
 * Prepares a hidden box. It gets a `toggle` event when it opens or closes.
 *
 * @param {HTMLElement} box
 */
export function makeFloating(box) {
  if (KNOWS_POPOVERS) {
    box.popover = 'auto';
    box.hidden = false;
  } else {
    box.hidden = true;
    // So that no ancestor is the containing block for its position.
    document.body.append(box);
  }
}

/** @param {HTMLElement} box */
export function isOpen(box) {
  return KNOWS_POPOVERS ? box.matches(':popover-open') : shown?.box === box;
}

/**
 * @param {HTMLElement} box
 * @param {HTMLElement} source The element that opens it; the box follows it in focus order.
 */
export function open(box, source) {
  if (KNOWS_POPOVERS) {
    box.showPopover({ source });
    return;
  }
  if (shown) close(shown.box);
  shown = { box, source };
  box.hidden = false;
  document.addEventListener('keydown', closeByKey);
  document.addEventListener('pointerdown', closeFromOutside);
  box.dispatchEvent(new Event('toggle'));
}

/** @param {HTMLElement} box */
export function close(box) {
  if (KNOWS_POPOVERS) {
    box.hidePopover();
    return;
  }
  const closing = shown;
  if (closing?.box !== box) return;
  shown = null;
  document.removeEventListener('keydown', closeByKey);
  document.removeEventListener('pointerdown', closeFromOutside);
  if (box.contains(document.activeElement)) closing.source.focus();
  box.hidden = true;
  box.dispatchEvent(new Event('toggle'));
}

/** @param {KeyboardEvent} event */
function closeByKey({ key }) {
  if (key === 'Escape' && shown) close(shown.box);
}

/** @param {PointerEvent} event */
function closeFromOutside({ target }) {
  if (!shown || !(target instanceof Node)) return;
  const { box, source } = shown;
  if (!box.contains(target) && !source.contains(target)) close(box);
}
