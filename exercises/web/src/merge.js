/**
 * Two pages may have the same item open. What a page is about to save then meets what another has
 * saved since the page last looked: no attempt may be lost, and none counted twice.
 *
 * @typedef {import('./types.js').Saved} Saved
 */

/**
 * @param {Saved} own What the page is about to save.
 * @param {Saved | null} known What the page has last read or saved.
 * @param {Saved | null} stored What is saved now; `null` if the item has been cleared.
 * @returns {Saved}
 */
export function merged(own, known, stored) {
  const before = known?.version === own.version ? known : null;
  const base = stored?.version === own.version ? stored : null;
  // What the page counts from is what it has known.
  const made = Math.max(0, own.attempts - (before?.attempts ?? 0));
  const firstHere = made === 0 ? '' : before?.first ? own.state : own.first;
  return {
    ...own,
    attempts: (base?.attempts ?? 0) + made,
    first: /** @type {Saved['first']} */ (base?.first || firstHere),
  };
}
