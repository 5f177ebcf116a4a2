import { uuid } from './uuid.js';

/**
 * Handles a course opened twice: the later window continues; the earlier one passes on its entries
 * and stops, so that neither overwrites the other's answers with older ones.
 *
 * @param {string} name Identifies the course and the learner.
 * @param {() => Map<string, string>} stop Stops this window; returns the entries.
 * @param {(entries: Map<string, string>) => void} take Merges the entries of an earlier window.
 */
export function onlyWindow(name, stop, take) {
  if (typeof BroadcastChannel === 'undefined') return;
  const own = uuid();
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data: { from, to, entries } }) => {
    if (to === own) take(new Map(entries));
    else if (!to) {
      channel.postMessage({ from: own, to: from, entries: [...stop()] });
      channel.close();
    }
  });
  channel.postMessage({ from: own });
}
