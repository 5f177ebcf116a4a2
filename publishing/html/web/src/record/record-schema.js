/**
 * The published schema of the export file: the schemas by which entries are validated, with
 * descriptions of their properties. Used only by the build, not in pages.
 */
import { FORMAT, FORMAT_VERSION, ITEM } from './format.js';

/** @typedef {{ default: import('./part.js').Part<any>, MEANINGS: import('./part.js').Meanings }} PartModule */

/**
 * Returns the JSON Schema of the export file.
 *
 * @param {PartModule[]} modules The parts of the record.
 */
export function recordSchema(modules) {
  const parts = modules.map((module) => [
    module.default.name,
    {
      type: 'object',
      description: '以题目或句子的编号为名',
      propertyNames: { type: 'string', pattern: ITEM },
      additionalProperties: explained(module),
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '学习记录',
    description: '课程网页“学习进度”导出的文件',
    type: 'object',
    required: ['format', 'version', 'course', 'parts', 'saved', ...parts.map(([name]) => name)],
    properties: {
      format: { type: 'string', enum: [FORMAT] },
      version: { type: 'integer', enum: [FORMAT_VERSION], description: '文件格式的版本' },
      course: {
        type: 'object',
        description: '哪一门课程；别的课程不导入它',
        required: ['id', 'title'],
        properties: {
          id: { type: 'string', description: '课程的编号' },
          title: { type: 'string', description: '课程的名称' },
        },
        additionalProperties: false,
      },
      parts: {
        type: 'array',
        description: '文件里有哪几部分',
        items: { type: 'string', enum: parts.map(([name]) => name) },
      },
      saved: { type: 'string', description: '何时导出（ISO 8601）' },
      ...Object.fromEntries(parts),
    },
  };
}

/** @param {PartModule} module */
function explained({ default: { name, schema }, MEANINGS: { title, properties: meanings } }) {
  const properties = Object.entries(schema.properties ?? {}).map(([property, type]) => {
    const description = meanings[property];
    if (!description) throw new Error(`${name}: MEANINGS does not describe ${property}`);
    return [property, { ...type, description }];
  });
  return { title, ...schema, properties: Object.fromEntries(properties) };
}
