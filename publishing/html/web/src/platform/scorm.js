/** A SCORM platform, of either edition. Every call may fail; its return value is checked. */
import { findApi } from './find-api.js';
import { reported } from './interactions.js';
import { LostError } from './lost-error.js';

/** Minimum number of interactions that SCORM 2004 requires platforms to store. */
const MOST_INTERACTIONS = 250;

/**
 * @param {import('./scorm-editions.js').Edition} edition
 * @returns {import('./types.js').Platform | null} `null` if there is no platform.
 */
export function scormPlatform(edition) {
  const api = findApi(edition.api);
  if (!api) return null;
  const { calls, names } = edition;
  /** @type {Map<string, number>} Index of each interaction by id. */
  const places = new Map();
  let count = 0;
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

  /** @param {import('./types.js').Report} report */
  const write = ({ data, place, outcome, seconds }) => {
    must('write', names.data, data);
    if (place) must('write', names.place, place.slice(0, edition.placeRoom));
    for (const [name, value] of edition.standing(outcome, read)) must('write', name, value);
    must('write', names.time, edition.duration(seconds));
    must('write', names.exit, 'suspend');
    must('commit', '');
  };

  /**
   * @param {[string, string][]} values
   * @returns {boolean} Whether everything was accepted; platforms need not store interactions.
   */
  const writeInteraction = (values) => {
    const id = values[0]?.[1] ?? '';
    const place = places.get(id) ?? count;
    if (place >= MOST_INTERACTIONS) return false;
    let taken = true;
    for (const [name, value] of values) {
      const done = ask('write', `cmi.interactions.${place}.${name}`, value) === 'true';
      if (!done && name === 'id') return false;
      taken &&= done;
    }
    places.set(id, place);
    count = Math.max(count, place + 1);
    return taken;
  };

  return {
    room: edition.room,
    async open() {
      // Some platforms open the session themselves.
      if (ask('open', '') !== 'true' && ask('error') !== '101') throw new LostError(calls.open);
      count = Number(read('cmi.interactions._count')) || 0;
      for (let place = 0; place < count; place += 1) {
        const id = read(`cmi.interactions.${place}.id`);
        if (id) places.set(id, place);
      }
      return { learner: read(names.learner), data: read(names.data), place: read(names.place) };
    },
    answered(answers) {
      const all = answers.flatMap((answer) =>
        reported(answer).map((one) => edition.interaction(one, answer.seconds, new Date())),
      );
      return all.map(writeInteraction).every(Boolean);
    },
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
