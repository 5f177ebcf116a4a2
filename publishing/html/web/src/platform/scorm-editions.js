/** Differences between SCORM 1.2 and SCORM 2004: names, limits, data formats. */

/** @typedef {import('./interactions.js').Reported} Reported */

const HOUR = 3600;

/**
 * @typedef {object} Edition
 * @property {string} api
 * @property {Record<'open' | 'read' | 'write' | 'commit' | 'close' | 'error', string>} calls
 * @property {{ learner: string, place: string, data: string, time: string, exit: string }} names
 * @property {number} room
 * @property {number} placeRoom
 * @property {(seconds: number) => string} duration
 * @property {(outcome: import('./types.js').Outcome, before: (name: string) => string) =>
 *   [string, string][]} standing
 * @property {(one: Reported, seconds: number, now: Date) => [string, string][]} interaction
 *   Name within the interaction and value, in the order in which they must be set.
 */

/** @type {Edition} */
export const SCORM_12 = {
  api: 'API',
  calls: {
    open: 'LMSInitialize',
    read: 'LMSGetValue',
    write: 'LMSSetValue',
    commit: 'LMSCommit',
    close: 'LMSFinish',
    error: 'LMSGetLastError',
  },
  names: {
    learner: 'cmi.core.student_id',
    place: 'cmi.core.lesson_location',
    data: 'cmi.suspend_data',
    time: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
  },
  room: 4096,
  placeRoom: 255,
  duration: clock,
  standing({ completed, success, score }, before) {
    const ranks = ['', 'not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'];
    const passed = success === 'unknown' ? 'completed' : success;
    const status = completed ? passed : 'incomplete';
    const held = before('cmi.core.lesson_status');
    return [
      ...scores('cmi.core.score', score),
      // A status is never lowered when an exercise is done again.
      ...(ranks.indexOf(status) > ranks.indexOf(held)
        ? [/** @type {[string, string]} */ (['cmi.core.lesson_status', status])]
        : []),
    ];
  },
  interaction({ id, type, response, right, result }, seconds, now) {
    const text = type === 'fill-in' || type === 'long-fill-in';
    return [
      ['id', id],
      ['time', now.toTimeString().slice(0, 8)],
      ['type', text ? 'fill-in' : type],
      ...patterns(text ? right : right.length ? [right.join(',')] : [], 255),
      ['student_response', response.join(',').slice(0, 255)],
      ['result', String(result)],
      ['latency', clock(seconds)],
    ];
  },
};

/** @type {Edition} */
export const SCORM_2004 = {
  api: 'API_1484_11',
  calls: {
    open: 'Initialize',
    read: 'GetValue',
    write: 'SetValue',
    commit: 'Commit',
    close: 'Terminate',
    error: 'GetLastError',
  },
  names: {
    learner: 'cmi.learner_id',
    place: 'cmi.location',
    data: 'cmi.suspend_data',
    time: 'cmi.session_time',
    exit: 'cmi.exit',
  },
  room: 64_000,
  placeRoom: 1000,
  duration: (seconds) => `PT${Math.round(seconds)}S`,
  standing({ completed, success, score, answered, count }, before) {
    const done = completed || before('cmi.completion_status') === 'completed';
    const passed = before('cmi.success_status') === 'passed' ? 'passed' : success;
    return [
      ['cmi.completion_status', done ? 'completed' : 'incomplete'],
      ['cmi.success_status', passed],
      ['cmi.progress_measure', String(Math.round((answered / (count || 1)) * 1000) / 1000)],
      ...scores('cmi.score', score),
      ...(score === null
        ? []
        : [/** @type {[string, string]} */ (['cmi.score.scaled', String(score / 100)])]),
    ];
  },
  interaction({ id, type, response, right, result }, seconds, now) {
    const text = type === 'fill-in' || type === 'long-fill-in';
    const room = type === 'long-fill-in' ? 4000 : 250;
    /** @param {string[]} codes */
    const written = (codes) => codes.map((code) => code.replace('.', '[.]')).join('[,]');
    return [
      ['id', id],
      ['type', type],
      // With hundredths of a second: some platforms accept a time zone only after these.
      ['timestamp', `${now.toISOString().slice(0, 22)}Z`],
      ...patterns(text ? right : right.length ? [written(right)] : [], room),
      ['learner_response', text ? (response[0] ?? '').slice(0, room) : written(response)],
      ['result', result === 'wrong' ? 'incorrect' : String(result)],
      ['latency', `PT${Math.round(seconds)}S`],
    ];
  },
};

/**
 * @param {string} name
 * @param {number | null} score
 * @returns {[string, string][]}
 */
function scores(name, score) {
  if (score === null) return [];
  return [
    [`${name}.raw`, String(score)],
    [`${name}.min`, '0'],
    [`${name}.max`, '100'],
  ];
}

/**
 * @param {string[]} patterns
 * @param {number} room
 * @returns {[string, string][]}
 */
function patterns(patterns, room) {
  return patterns.map((pattern, n) => [`correct_responses.${n}.pattern`, pattern.slice(0, room)]);
}

/** @param {number} seconds */
function clock(seconds) {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / HOUR), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
