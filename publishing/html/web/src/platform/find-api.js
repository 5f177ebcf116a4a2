/** Finds the object by which a SCORM platform is spoken to: in a frame around, or the opener's. */

/** More frames than any platform has around a course. */
const DEEPEST = 20;

/**
 * @param {string} name `API` or `API_1484_11`.
 * @returns {Record<string, (...given: string[]) => unknown> | null}
 */
export function findApi(name) {
  return above(window, name) ?? (opener ? above(opener, name) : null);
}

/**
 * @param {any} start
 * @param {string} name
 */
function above(start, name) {
  let frame = start;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    try {
      if (frame[name]) return frame[name];
    } catch {
      // Of another origin: what is around it may be the platform's still.
    }
    if (frame === frame.parent) return null;
    frame = frame.parent;
  }
  return null;
}
