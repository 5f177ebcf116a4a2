/**
 * A queue of statements to be sent to the record store. Statements have ids, so the store
 * recognises duplicates: whatever was not certainly received is sent again, even from a later
 * visit. Each is saved in an entry of its own, so that several windows do not overwrite each
 * other's.
 */
import { LostError } from './lost-error.js';
import { isSound } from './statements.js';

/** The store already has a statement with this id: sending it again would change nothing. */
const HELD = 409;
/** The store rejects the statement: later ones are sent, and this one is retried at another time.
 */
const REFUSED = [400, 413, 422];

/** @typedef {import('./statements.js').Statement} Statement */

/**
 * @param {string} name Prefix of the entries' names.
 * @param {(path: string, options: RequestInit) => Promise<Response>} ask
 */
export function statementQueue(name, ask) {
  /** @type {Map<string, Statement>} Statements that the browser does not save; lost with the page.
   */
  const unkept = new Map();
  let sending = Promise.resolve(0);
  let count = 0;

  /** Returns the queue by entry name, in the order in which statements were added. */
  function waiting() {
    return [...kept(), ...unkept].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** @returns {[string, Statement][]} */
  function kept() {
    try {
      return Object.keys(localStorage).flatMap((key) => {
        const statement = key.startsWith(`${name}:`) && parsed(localStorage.getItem(key));
        return statement ? [[key, statement]] : [];
      });
    } catch {
      return [];
    }
  }

  /** @param {Statement} statement */
  function keep(statement) {
    count += 1;
    const order = `${Date.now()}`.padStart(15, '0') + `${count}`.padStart(6, '0');
    const key = `${name}:${order}:${statement.id}`;
    try {
      localStorage.setItem(key, JSON.stringify(statement));
    } catch {
      unkept.set(key, statement);
    }
  }

  /** @param {string} key */
  function forget(key) {
    if (!unkept.delete(key)) localStorage.removeItem(key);
  }

  /** @param {Statement} statement @param {boolean} [last] */
  const put = (statement, last = false) =>
    ask(`statements?statementId=${statement.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(statement),
      keepalive: last,
    });

  async function drain() {
    /** @type {Set<string>} */
    const refused = new Set();
    // Read again each time: another window may have sent it, or the reader may have turned it off.
    const next = () => waiting().find(([key]) => !refused.has(key));
    for (let found = next(); found; found = next()) {
      const [key, statement] = found;
      const { ok, status } = await put(statement);
      if (ok || status === HELD) forget(key);
      else if (REFUSED.includes(status)) refused.add(key);
      else throw new LostError(`statements ${status}`);
    }
    return refused.size;
  }

  return {
    /** @param {Statement[]} statements */
    add(statements) {
      const sound = statements.filter(isSound);
      sound.forEach(keep);
      return sound.length === statements.length;
    },
    /** Sends the queue in order, one call at a time; returns how many were rejected. */
    send() {
      sending = sending.catch(() => 0).then(drain);
      return sending;
    },
    /** Sends the queue while the page is being closed, without waiting; entries stay saved. */
    sendLast() {
      for (const [, statement] of waiting()) put(statement, true).catch(() => {});
    },
    /** Returns the length of the queue. */
    length: () => waiting().length,
    /** Deletes the queue. */
    clear() {
      for (const [key] of waiting()) forget(key);
    },
  };
}

/** @param {string | null} text @returns {Statement | null} */
function parsed(text) {
  try {
    const statement = JSON.parse(text ?? '');
    return isSound(statement) ? statement : null;
  } catch {
    return null;
  }
}
