/**
 * Validates an untrusted value against a JSON Schema, the same one that is published for the export
 * file. Supports only the few keywords used in the course's own schemas.
 */

/**
 * @typedef {object} Schema
 * @property {string} [$schema]
 * @property {string} [title]
 * @property {string} [description]
 * @property {'object' | 'string' | 'number' | 'integer' | 'boolean'} [type]
 * @property {unknown[]} [enum]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema} [propertyNames]
 * @property {Schema | false} [additionalProperties]
 */

/**
 * @param {Schema} schema
 * @param {any} value As parsed from JSON.
 * @returns {boolean}
 */
export function conforms(schema, value) {
  if (schema.enum && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'object':
      return isObject(value) && conformsInside(schema, value);
    case 'string':
      return (
        typeof value === 'string' &&
        value.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
        (!schema.pattern || new RegExp(schema.pattern, 'u').test(value))
      );
    case 'number':
    case 'integer':
      return (
        Number.isFinite(value) &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? value) &&
        value <= (schema.maximum ?? value)
      );
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}

/**
 * @param {Schema} schema
 * @param {Record<string, unknown>} value
 */
function conformsInside(schema, value) {
  const { properties = {}, required = [], propertyNames = {}, additionalProperties = {} } = schema;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => {
      // `hasOwn`: a file may name a property "constructor".
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      return conforms(propertyNames, name) && known && conforms(known, part);
    })
  );
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
