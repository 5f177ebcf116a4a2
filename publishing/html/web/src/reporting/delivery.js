/** Delivers statements to the record store, and counts those that it has not accepted. */
import { ownPrefix } from '../../../../../exercises/web/src/course-storage.js';
import { statementQueue } from '../platform/queue.js';
import { OWN } from './choice.js';

/** @param {string} address Address of the store, with a trailing slash. */
export function delivery(address) {
  const queue = statementQueue(`${ownPrefix()}${OWN}:queue`, (path, options) => {
    const headers = { ...options.headers, 'X-Experience-API-Version': '1.0.3' };
    // With cookies: a session at the store's host takes the place of a key.
    return fetch(address + path, { ...options, headers, credentials: 'include' });
  });
  let lost = 0;
  return {
    add: queue.add,
    lost: () => lost,
    async send() {
      try {
        lost = await queue.send();
      } catch (error) {
        console.error('record store:', error);
        lost = queue.length();
      }
    },
    clear() {
      queue.clear();
      lost = 0;
    },
  };
}
