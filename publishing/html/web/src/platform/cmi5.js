/**
 * A platform by cmi5: what the launch names is a record store, with a key that serves this launch
 * only. The record is a document of the store's, the answers are statements.
 */
import { LostError } from './lost.js';
import { statementQueue } from './queue.js';
import { standing } from './standing.js';
import { answered, inSeconds, saidByCmi5 } from './statements.js';

/** The document that holds the record. */
const RECORD = 'course-record';
const FORM = 'application/json';

/**
 * @param {import('./types.js').CoursePackage} course
 * @returns {import('./types.js').Platform | null} `null` if the address names no launch.
 */
export function cmi5Platform({ rule }) {
  const given = new URLSearchParams(location.search);
  const named = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'].map((name) =>
    given.get(name),
  );
  if (named.some((value) => !value)) return null;
  const [endpoint, fetchAddress, actorText, registration, activity] = /** @type {string[]} */ (
    named
  );
  /** @type {import('./statements.js').Launch} */
  const launch = {
    actor: JSON.parse(/** @type {string} */ (actorText)),
    activity: String(activity),
    registration: String(registration),
    template: {},
  };
  const say = saidByCmi5(launch);
  let key = '';
  let ended = false;
  let mode = 'Normal';
  /** @type {Set<string>} What has been said already, in this launch or an earlier one. */
  const said = new Set();

  /** @param {string} path @param {RequestInit} [options] */
  const ask = async (path, options = {}) => {
    const headers = {
      ...options.headers,
      Authorization: `Basic ${key}`,
      'X-Experience-API-Version': '1.0.3',
    };
    try {
      return await fetch(new URL(path, `${endpoint}`.replace(/\/*$/, '/')), {
        ...options,
        headers,
      });
    } catch (error) {
      throw new LostError(String(error));
    }
  };
  /** @param {string} id */
  const stateAddress = (id) =>
    `activities/state?${new URLSearchParams({
      activityId: launch.activity,
      agent: JSON.stringify(launch.actor),
      registration: launch.registration,
      stateId: id,
    })}`;
  /** @param {string} path @param {number[]} [missing] */
  const read = async (path, missing = [404]) => {
    const response = await ask(path);
    if (missing.includes(response.status)) return null;
    if (!response.ok) throw new LostError(`${path} ${response.status}`);
    return response.json();
  };
  const queue = statementQueue(`course:cmi5:${launch.registration}`, ask);

  /** @param {import('./types.js').Report} report */
  const document_ = ({ data, place }) => ({
    method: 'PUT',
    headers: { 'Content-Type': FORM },
    body: JSON.stringify({ data, place, said: [...said] }),
  });
  /** @param {import('./types.js').Report} report */
  const tellStanding = ({ outcome, seconds }) => {
    if (mode !== 'Normal') return;
    queue.add(standing(say, said, outcome, { seconds, mastery: rule.passMark / 100 }));
  };

  return {
    room: Number.POSITIVE_INFINITY,
    async open() {
      const token = await fetch(String(fetchAddress), { method: 'POST' }).then((found) =>
        found.json(),
      );
      key = token['auth-token'];
      if (!key) throw new LostError(token['error-text'] ?? 'no auth-token');
      const data = await read(stateAddress('LMS.LaunchData'), []);
      launch.template = data.contextTemplate ?? {};
      mode = data.launchMode ?? mode;
      const agent = JSON.stringify(launch.actor);
      // To be asked for before anything is said; what it says is the page's own affair here.
      await read(
        `agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' })}`,
      );
      const record = await read(stateAddress(RECORD));
      for (const verb of record?.said ?? []) said.add(verb);
      queue.add([say('initialized')]);
      // What was refused on an earlier day does not close the course; saving tells of it.
      await queue.send();
      const { name, homePage } = launch.actor.account ?? {};
      return {
        learner: `${homePage ?? ''} ${name ?? ''}`.trim(),
        data: String(record?.data ?? ''),
        place: String(record?.place ?? ''),
      };
    },
    answered(answers) {
      if (mode !== 'Normal') return true;
      return queue.add(answers.flatMap((answer) => answered(launch, answer)));
    },
    async save(report) {
      if (ended) throw new LostError('ended');
      tellStanding(report);
      const refused = await queue.send();
      const { ok, status } = await ask(stateAddress(RECORD), document_(report));
      if (!ok) throw new LostError(`state ${status}`);
      if (refused) throw new LostError(`${refused} statements refused`);
    },
    close(report) {
      if (ended) return;
      ended = true;
      tellStanding(report);
      queue.add([say('terminated', { duration: inSeconds(report.seconds) })]);
      const last = ask(stateAddress(RECORD), { ...document_(report), keepalive: true });
      last.catch(() => {});
      queue.sendLast();
    },
  };
}
