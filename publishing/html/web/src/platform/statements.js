/**
 * Makes the statements for a record store, as defined by cmi5 and xAPI. Every statement is
 * validated before it is sent: stores accept some invalid ones, which can then not be removed.
 */
import { conforms } from '../../../../../exercises/web/src/shape.js';
import { reported } from './interactions.js';
import { uuid } from './uuid.js';

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/';
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const COURSE = 'http://adlnet.gov/expapi/activities/course';
const LESSON = 'http://adlnet.gov/expapi/activities/lesson';

/** @type {Record<string, string>} Display names of the verbs in reports. */
const NAMES = {
  initialized: '开始',
  answered: '作答',
  completed: '学完',
  passed: '合格',
  failed: '没有合格',
  terminated: '结束',
};

/**
 * @typedef {Record<string, any>} Statement
 * @typedef {object} Launch
 * @property {any} actor
 * @property {string} course The course's own id.
 * @property {string} activity The course's IRI, as assigned by the platform.
 * @property {string} registration
 * @property {any} template The platform's context template.
 * @property {string} [title] The course's title; not with cmi5, where the platform knows it.
 */

/** @type {import('../../../../../exercises/web/src/shape.js').Schema} */
const IRI = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
/** @type {import('../../../../../exercises/web/src/shape.js').Schema} */
const STATEMENT = {
  type: 'object',
  required: ['id', 'timestamp', 'actor', 'verb', 'object', 'context'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    },
    timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
    actor: { type: 'object', required: ['account'] },
    verb: {
      type: 'object',
      required: ['id', 'display'],
      properties: {
        id: IRI,
        display: { type: 'object', additionalProperties: { type: 'string' } },
      },
      additionalProperties: false,
    },
    object: { type: 'object', required: ['id'], properties: { id: IRI } },
    context: { type: 'object', required: ['registration'] },
    result: {
      type: 'object',
      properties: {
        success: { type: 'boolean' },
        completion: { type: 'boolean' },
        response: { type: 'string', pattern: '[^]' },
        duration: { type: 'string', pattern: '^PT\\d+(\\.\\d+)?S$' },
        score: {
          type: 'object',
          properties: {
            scaled: { type: 'number', minimum: 0, maximum: 1 },
            raw: { type: 'number', minimum: 0 },
            min: { type: 'number', minimum: 0 },
            max: { type: 'number', minimum: 0 },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

/** @param {Statement} statement @returns {boolean} Whether it is valid. */
export function isSound(statement) {
  const score = statement.result?.score;
  return conforms(STATEMENT, statement) && !(score && score.raw > (score.max ?? score.raw));
}

/**
 * Makes a statement about the course as a whole.
 *
 * @typedef {'initialized' | 'completed' | 'passed' | 'failed' | 'terminated'} Verb
 * @typedef {(verb: Verb, result?: Record<string, any>, mastery?: number) => Statement} Sayer
 *   `mastery`: the share of the points required to pass.
 */

/**
 * Makes statements as defined by cmi5.
 *
 * @param {Launch} launch
 * @returns {Sayer}
 */
export const saidByCmi5 = (launch) => (verb, result, mastery) => {
  const categories = [{ id: `${CMI5}cmi5` }];
  if (['completed', 'passed', 'failed'].includes(verb)) categories.push({ id: `${CMI5}moveon` });
  const extensions =
    mastery === undefined
      ? {}
      : { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': mastery };
  return stated(
    launch,
    verb,
    { id: launch.activity },
    result,
    { category: categories },
    extensions,
  );
};

/**
 * Makes plain xAPI statements, which have no cmi5 categories and must name their object.
 *
 * @param {Launch} launch
 * @returns {Sayer}
 */
export const saidPlainly = (launch) => (verb, result) => {
  const definition = { type: COURSE, name: { 'zh-CN': launch.title ?? '' } };
  return stated(launch, verb, { id: launch.activity, definition }, result);
};

/**
 * Makes the statements for an answer.
 *
 * @param {Launch} launch
 * @param {import('./types.js').Answer} answer
 * @returns {Statement[]} One per interaction.
 */
export function answered(launch, answer) {
  const { item, saved, seconds } = answer;
  const chapter = {
    id: `${launch.activity}/${item.chapter}`,
    definition: { type: LESSON, name: { 'zh-CN': item.title } },
  };
  const found = reported(answer);
  return found.map(({ id, type, response, right, result }) => {
    const text = type === 'fill-in' || type === 'long-fill-in';
    /** @param {string[]} codes */
    const written = (codes) => codes.map((code) => code.replace('.', '[.]')).join('[,]');
    const patterns = text ? right : right.length ? [written(right)] : [];
    const given = text ? (response[0] ?? '') : written(response);
    const object = {
      id: `${launch.activity}/${id}`,
      definition: {
        type: INTERACTION,
        interactionType: type,
        name: { 'zh-CN': item.stem },
        description: { 'zh-CN': item.stem },
        ...(patterns.length ? { correctResponsesPattern: patterns } : {}),
      },
    };
    const score = {
      scaled: saved.score / (item.max || 1),
      raw: saved.score,
      min: 0,
      max: item.max,
    };
    return stated(
      launch,
      'answered',
      object,
      {
        ...(given ? { response: given } : {}),
        duration: inSeconds(seconds),
        ...(result === 'neutral' ? {} : { success: result === 'correct' }),
        // The score belongs to the whole item, so it is omitted if there are several interactions.
        ...(found.length === 1 ? { score } : {}),
      },
      { parent: [chapter] },
      // Without it, nobody could tell later that the item has been changed since.
      { [versionKey(launch)]: saved.version },
    );
  });
}

/**
 * Names the extension with the version of the item that was answered; xAPI requires an IRI.
 *
 * @param {Launch} launch
 */
const versionKey = ({ course }) => `urn:course:${course}:item-version`;

/** @param {number} seconds */
export function inSeconds(seconds) {
  return `PT${Math.round(seconds * 100) / 100}S`;
}

/**
 * @param {Launch} launch
 * @param {string} verb
 * @param {Record<string, any>} object
 * @param {Record<string, any>} [result]
 * @param {Record<string, any[]>} [activities]
 * @param {Record<string, any>} [extensions]
 * @returns {Statement}
 */
function stated(
  { actor, activity, registration, template },
  verb,
  object,
  result,
  activities,
  extensions,
) {
  const given = template?.contextActivities ?? {};
  const own = activities ?? {};
  // Context activities of the statement are added to those of the platform's template.
  const names = [...new Set([...Object.keys(given), ...Object.keys(own)])];
  const joined = names.map((name) => [name, [...(given[name] ?? []), ...(own[name] ?? [])]]);
  return {
    id: uuid(),
    timestamp: new Date().toISOString(),
    actor,
    verb: { id: VERBS + verb, display: { 'zh-CN': NAMES[verb] ?? verb } },
    object: { objectType: 'Activity', ...object },
    ...filled('result', result ?? {}),
    context: {
      ...template,
      registration,
      ...filled('contextActivities', {
        ...Object.fromEntries(joined),
        ...(object.id === activity
          ? {}
          : { grouping: [...(given.grouping ?? []), { id: activity }] }),
      }),
      ...filled('extensions', { ...template?.extensions, ...extensions }),
    },
  };
}

/**
 * Omits an empty object, which statements must not contain.
 *
 * @param {string} name
 * @param {Record<string, any>} value
 */
function filled(name, value) {
  return Object.keys(value).length ? { [name]: value } : {};
}
