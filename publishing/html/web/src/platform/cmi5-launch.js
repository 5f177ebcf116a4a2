/** The parameters with which a cmi5 platform opens the course, from the page's address. */
import { LaunchError } from './launch-error.js';

/**
 * @typedef {object} Parameters
 * @property {string} endpoint Address of the record store, with a trailing slash.
 * @property {string} fetch Address at which the key is fetched.
 * @property {any} actor
 * @property {string} registration
 * @property {string} activity
 */

/**
 * @param {string} query The page's query string.
 * @returns {Parameters | null} `null` if it has not all parameters.
 * @throws {LaunchError} If one of them makes no sense.
 */
export function launchParameters(query) {
  const given = new URLSearchParams(query);
  const [endpoint, fetch, actor, registration, activity] = [
    'endpoint',
    'fetch',
    'actor',
    'registration',
    'activityId',
  ].map((name) => given.get(name) ?? '');
  if (!endpoint || !fetch || !actor || !registration || !activity) return null;
  return {
    endpoint: sound('endpoint', endpoint, address).replace(/\/*$/, '/'),
    fetch: sound('fetch', fetch, address),
    actor: sound('actor', actor, agent),
    registration,
    activity,
  };
}

/**
 * @template T
 * @param {string} name
 * @param {string} text
 * @param {(text: string) => T} read Throws an error if it cannot be read.
 */
function sound(name, text, read) {
  try {
    return read(text);
  } catch (error) {
    throw new LaunchError(name, error);
  }
}

/** @param {string} text */
function address(text) {
  const { protocol } = new URL(text);
  if (!protocol.startsWith('http')) throw new TypeError(protocol);
  return text;
}

/** @param {string} text */
function agent(text) {
  const actor = JSON.parse(text);
  // Required by cmi5; a statement without it would not be sent.
  if (!actor.account?.name) throw new TypeError('no account');
  return actor;
}
