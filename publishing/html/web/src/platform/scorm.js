/** A SCORM platform, of either edition. Every call may fail; its return value is checked. */
import { findApi } from './find-api.js';
import { interactionLog } from './interaction-log.js';
import { LostError } from './lost-error.js';

/**
 * @param {import('./scorm-editions.js').Edition} edition
 * @returns {import('./types.js').Platform | null} `null` if there is no platform.
 */
export function scormPlatform(edition) {
  const api = findApi(edition.api);
  if (!api) return null;
  const { calls, names } = edition;
  let ended = false;

  /** @param {keyof typeof calls} call @param {string[]} given */
  const ask = (call, ...given) => {
    try {
      return String(api[calls[call]]?.(...given));
    } catch (error) {
      throw new LostError(String(error));
    }
  };
  /** @param {keyof typeof calls} call @param {string[]} given */
  const must = (call, ...given) => {
    if (ask(call, ...given) !== 'true') throw new LostError(`${calls[call]} ${given[0]}`);
  };
  /** @param {string} name */
  const read = (name) => {
    const value = ask('read', name);
    return value === 'undefined' || value === 'null' || value === 'false' ? '' : value;
  };

  /** @param {string} name @param {string} value */
  const set = (name, value) => ask('write', name, value) === 'true';
  const log = interactionLog(edition, set, read);

  /** @param {import('./types.js').Report} report */
  const write = ({ data, place, outcome, seconds }) => {
    const committed = log.write();
    must('write', names.data, data);
    if (place) must('write', names.place, place.slice(0, edition.placeRoom));
    for (const [name, value] of edition.standing(outcome, read)) must('write', name, value);
    must('write', names.time, edition.duration(seconds));
    must('write', names.exit, 'suspend');
    must('commit', '');
    committed();
  };

  return {
    room: edition.room,
    async open() {
      // Some platforms open the session themselves.
      if (ask('open', '') !== 'true' && ask('error') !== '101') throw new LostError(calls.open);
      log.open();
      return { learner: read(names.learner), data: read(names.data), place: read(names.place) };
    },
    answered: log.add,
    waiting: log.waiting,
    detailed: log.complete,
    async save(report) {
      if (ended) throw new LostError('ended');
      write(report);
    },
    close(report) {
      if (ended) return;
      ended = true;
      write(report);
      must('close', '');
    },
  };
}
