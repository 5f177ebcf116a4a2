import { uuid } from './uuid.js';

/**
 * The course opened twice: the later window goes on, the earlier one hands over what it has and
 * stops, so that neither overwrites the other's answers with older ones.
 *
 * @param {string} name Of the course and the learner.
 * @param {() => Map<string, string>} stop Stops here; gives the entries.
 * @param {(entries: Map<string, string>) => void} take Takes those of an earlier window.
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
