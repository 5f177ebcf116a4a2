/**
 * Statements on their way to the record store. Each keeps its id, by which the store knows one that
 * comes twice: so whatever was not certainly taken is sent again, also from a later visit.
 */
import { LostError } from './lost.js';
import { isSound } from './statements.js';

/** The store has it already, though perhaps another way: to send it again would change nothing. */
const HELD = 409;

/**
 * @param {string} name Of the place where they wait on this device.
 * @param {(path: string, options: RequestInit) => Promise<Response>} ask
 */
export function statementQueue(name, ask) {
  /** @type {import('./statements.js').Statement[]} */
  let waiting = waitingHere();
  let sending = Promise.resolve();

  function waitingHere() {
    try {
      const held = JSON.parse(localStorage.getItem(name) ?? '[]');
      return Array.isArray(held) ? held.filter(isSound) : [];
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      if (waiting.length) localStorage.setItem(name, JSON.stringify(waiting));
      else localStorage.removeItem(name);
    } catch {
      // Forbidden: they wait as long as the page is open.
    }
  }

  /** @param {import('./statements.js').Statement} statement @param {boolean} [last] */
  const put = (statement, last = false) =>
    ask(`statements?statementId=${statement.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(statement),
      keepalive: last,
    });

  async function drain() {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const { ok, status } = await put(next);
      if (!ok && status !== HELD) throw new LostError(`statements ${status}`);
      waiting = waiting.filter((one) => one !== next);
      keep();
    }
  }

  return {
    /** @param {import('./statements.js').Statement[]} statements */
    add(statements) {
      const sound = statements.filter(isSound);
      waiting.push(...sound);
      keep();
      return sound.length === statements.length;
    },
    /** Sends all that wait, in their order; one sending at a time. */
    send() {
      sending = sending.catch(() => {}).then(drain);
      return sending;
    },
    /** Sends all that wait as the page goes, and waits for nothing; they stay on the device. */
    sendLast() {
      for (const statement of waiting) put(statement, true).catch(() => {});
    },
  };
}
