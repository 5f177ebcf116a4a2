/** Finds the SCORM API object of the platform: in a parent frame, or from the opener. */

/** More levels of frames than any platform has. */
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
      // Of another origin; its parent may still belong to the platform.
    }
    if (frame === frame.parent) return null;
    frame = frame.parent;
  }
  return null;
}
