/**
 * Prevents double actions: a held key, a double click or a double tap does not activate what the
 * first press has just changed.
 */

/**
 * Milliseconds and pixels within which two touches are a double tap; `detail` does not count
 * touches reliably.
 */
const [SOON, NEAR] = [400, 30];

/** @typedef {{ control: Element | null, event: MouseEvent }} Press */

const CONTROLS = 'button, [role=button], a, summary, label, input, select, textarea';

/** @param {Document | HTMLElement} place The part of the page to guard. */
export function oneActAPress(place) {
  /** @type {Press | null} */
  let last = null;
  place.addEventListener(
    'keydown',
    (event) => {
      const { repeat, key, target } = /** @type {KeyboardEvent} */ (event);
      if (repeat && key === 'Enter' && !isText(target)) stop(event);
    },
    { capture: true },
  );
  place.addEventListener(
    'click',
    (clicked) => {
      const event = /** @type {PointerEvent} */ (clicked);
      // Activated by a key, or forwarded by a label to its field.
      if (!event.detail) return;
      const control = controlOf(event.target);
      if (last?.control && isSecond(event, last.event) && !isMeant(event, control, last)) {
        stop(event);
      } else last = { control, event };
    },
    { capture: true },
  );
}

/**
 * @param {PointerEvent} event
 * @param {MouseEvent} before
 */
function isSecond(event, before) {
  if (event.detail > 1) return true;
  return (
    event.pointerType === 'touch' &&
    event.timeStamp - before.timeStamp < SOON &&
    Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < NEAR
  );
}

/**
 * Whether a press in quick succession is intended: on the same control, unless that submits; or by
 * touch on a control next to it, unless something has moved below the finger.
 *
 * @param {PointerEvent} event
 * @param {Element | null} control
 * @param {Press} last
 */
function isMeant(event, control, last) {
  if (control === last.control) return !submits(control);
  if (event.pointerType !== 'touch') return false;
  const { clientX, clientY } = last.event;
  return controlOf(document.elementFromPoint(clientX, clientY)) === last.control;
}

/** @param {EventTarget | null} target */
function controlOf(target) {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control instanceof HTMLLabelElement ? (control.control ?? control) : control;
}

/** @param {Element | null} control */
function submits(control) {
  return control instanceof HTMLButtonElement && control.type === 'submit';
}

/** @param {EventTarget | null} target Whether Enter inserts a line break there. */
function isText(target) {
  return target instanceof HTMLTextAreaElement;
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
