/**
 * One press is one act. What a press has changed is not acted on by the same press: not by a key
 * that is held, and not by the second half of a double click or of a finger's double tap.
 */

/** Milliseconds and pixels within which two taps of a finger are one; it tells of no double taps. */
const [SOON, NEAR] = [400, 30];

/** @typedef {{ control: Element | null, event: MouseEvent }} Press */

const CONTROLS = 'button, [role=button], a, summary, label, input, select, textarea';

/** @param {Document | HTMLElement} place Where it holds. */
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
      // A key's press, or what a label passes on to its field.
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
 * Whether a press is meant although it comes so soon: the same control may be pressed in haste, but
 * not if it does something else by now; and so may its neighbour by a finger, if nothing has moved
 * under it.
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

/** @param {EventTarget | null} target Where Enter writes a line. */
function isText(target) {
  return target instanceof HTMLTextAreaElement;
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
