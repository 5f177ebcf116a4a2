/**
 * Statements on their way to the record store. Each keeps its id, by which the store knows one that
 * comes twice: so whatever was not certainly taken is sent again, also from a later visit. Each has
 * an entry of its own in the browser's storage, so that several windows lose nothing.
 */
import { LostError } from './lost.js';
import { isSound } from './statements.js';

/** The store has it already, though perhaps another way: to send it again would change nothing. */
const HELD = 409;
/** The store will not have it, as it is: what comes after it goes on, and it waits for another day. */
const REFUSED = [400, 413, 422];

/** @typedef {import('./statements.js').Statement} Statement */

/**
 * @param {string} name What the names of the entries begin with.
 * @param {(path: string, options: RequestInit) => Promise<Response>} ask
 */
export function statementQueue(name, ask) {
  /** @type {Map<string, Statement>} What the browser does not keep: it waits while the page is open. */
  const unkept = new Map();
  let sending = Promise.resolve(0);
  let count = 0;

  /** Gives what waits, by the names of the entries, in the order in which it was said. */
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
    // Looked for anew each time: another window may have sent it, or the reader may have stopped.
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
    /** Sends all that wait, in their order, one sending at a time; tells how many were refused. */
    send() {
      sending = sending.catch(() => 0).then(drain);
      return sending;
    },
    /** Sends all that wait as the page goes, and waits for nothing; they stay on the device. */
    sendLast() {
      for (const [, statement] of waiting()) put(statement, true).catch(() => {});
    },
    /** Tells how many wait. */
    length: () => waiting().length,
    /** Forgets all that wait. */
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
