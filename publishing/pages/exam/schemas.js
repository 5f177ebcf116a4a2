/** Schemas of what is saved about tests, for validation when it is read. */
import { LATEST } from '../../../exercises/web/src/saved.js';
import { ITEM } from '../../html/web/src/record/format.js';

/** @typedef {import('../../../exercises/web/src/shape.js').Schema} Schema */

/** @type {Schema} */
const TEXT = { type: 'string', maxLength: 200 };
/** @type {Schema} */
const AMOUNT = { type: 'number', minimum: 0 };
/** @type {Schema} */
const DATE = { type: 'number', minimum: 0, maximum: LATEST };
/** Maximum length of the saved answer to one slot, in case something is pasted by mistake. */
export const LONGEST_ANSWER = 2000;
/** @type {Schema} */
const RESPONSE = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: LONGEST_ANSWER },
};

/**
 * @param {Record<string, Schema>} properties All are required, and no others are allowed.
 * @returns {Schema}
 */
function record(properties) {
  const required = Object.keys(properties);
  return { type: 'object', required, properties, additionalProperties: false };
}

/**
 * @param {Record<string, Schema>} item
 * @param {Record<string, Schema>} [more]
 */
function paper(item, more = {}) {
  return record({
    ...{ id: TEXT, plan: TEXT, title: TEXT, seed: TEXT, code: TEXT, name: TEXT, started: DATE },
    items: {
      type: 'object',
      propertyNames: { type: 'string', pattern: ITEM },
      additionalProperties: record(item),
    },
    ...more,
  });
}

const ASKED = { version: TEXT, points: AMOUNT };
/** @type {Schema} */
const STATE = { type: 'string', enum: ['unanswered', 'correct', 'partial', 'wrong'] };

export const SITTING = paper(ASKED);
export const RESULT = paper(
  { ...ASKED, earned: AMOUNT, state: STATE, response: RESPONSE },
  { submitted: DATE, seconds: AMOUNT },
);
export const ANSWER = record({ sitting: TEXT, response: RESPONSE, flagged: { type: 'boolean' } });
export const PROGRESS = record({
  sitting: TEXT,
  seconds: AMOUNT,
  at: { type: 'integer', minimum: 0 },
  hidden: { type: 'boolean' },
});
