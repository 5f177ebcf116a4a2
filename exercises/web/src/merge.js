/**
 * Merges two states of an item that is open on two pages. What a page is about to save may conflict
 * with what another page has saved in the meantime: no attempt may be lost or counted twice.
 *
 * @typedef {import('./types.js').Saved} Saved
 */

/**
 * @param {Saved} own What the page is about to save.
 * @param {Saved | null} known What the page last read or saved.
 * @param {Saved | null} stored What is saved now; `null` if the item was cleared.
 * @returns {Saved}
 */
export function merged(own, known, stored) {
  const before = known?.version === own.version ? known : null;
  const base = stored?.version === own.version ? stored : null;
  // The page's count includes the attempts that it knew of.
  const made = Math.max(0, own.attempts - (before?.attempts ?? 0));
  const firstHere = made === 0 ? '' : before?.first ? own.state : own.first;
  return {
    ...own,
    attempts: (base?.attempts ?? 0) + made,
    first: /** @type {Saved['first']} */ (base?.first || firstHere),
  };
}
