/**
 * A platform that uses cmi5: the launch address names a record store (LRS) and a key for this
 * launch. The record is saved as a state document, answers are sent as statements.
 */
import { launchParameters } from './cmi5-launch.js';
import { LostError } from './lost-error.js';
import { statementQueue } from './queue.js';
import { answered, inSeconds, saidByCmi5 } from './statements.js';
import { standing } from './whole-course.js';

/** Id of the state document with the record. */
const RECORD = 'course-record';
const FORM = 'application/json';

/**
 * @param {import('./types.js').CoursePackage} course
 * @returns {import('./types.js').Platform | null} `null` if the address has no launch parameters.
 * @throws {import('./launch-error.js').LaunchError} If one of them makes no sense.
 */
export function cmi5Platform({ course, rule }) {
  const parameters = launchParameters(location.search);
  if (!parameters) return null;
  const { endpoint, actor, registration, activity } = parameters;
  /** @type {import('./statements.js').Launch} */
  const launch = { actor, course, activity, registration, template: {} };
  const say = saidByCmi5(launch);
  let key = '';
  let ended = false;
  let mode = 'Normal';
  let detailed = true;
  /** @type {Set<string>} Verbs already sent, in this launch or an earlier one. */
  const said = new Set();

  /** @param {string} path @param {RequestInit} [options] */
  const ask = async (path, options = {}) => {
    const headers = {
      ...options.headers,
      Authorization: `Basic ${key}`,
      'X-Experience-API-Version': '1.0.3',
    };
    try {
      return await fetch(new URL(path, endpoint), { ...options, headers });
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
      const token = await fetch(parameters.fetch, { method: 'POST' }).then((found) => found.json());
      key = token['auth-token'];
      if (!key) throw new LostError(token['error-text'] ?? 'no auth-token');
      const data = await read(stateAddress('LMS.LaunchData'), []);
      launch.template = data.contextTemplate ?? {};
      mode = data.launchMode ?? mode;
      const agent = JSON.stringify(launch.actor);
      // cmi5 requires this request before any statement; its content is not needed here.
      await read(
        `agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' })}`,
      );
      const record = await read(stateAddress(RECORD));
      for (const verb of record?.said ?? []) said.add(verb);
      queue.add([say('initialized')]);
      // A statement refused on an earlier day must not prevent opening; saving will report it.
      await queue.send();
      const { name, homePage } = launch.actor.account ?? {};
      return {
        learner: `${homePage ?? ''} ${name ?? ''}`.trim(),
        data: String(record?.data ?? ''),
        place: String(record?.place ?? ''),
      };
    },
    answered(answer) {
      if (mode !== 'Normal') return;
      detailed = queue.add(answered(launch, answer)) && detailed;
    },
    // The queue keeps statements until they are received.
    waiting: () => [],
    detailed: () => detailed,
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
