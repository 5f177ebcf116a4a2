/**
 * The published form of the export file: the schemas by which entries are checked, with what their
 * parts mean. Only the build reads this; no page loads it.
 */
import { FORMAT, FORMAT_VERSION, ITEM } from './format.js';
import { PARTS } from './parts.js';

/** @typedef {import('../../../../../exercises/web/src/shape.js').Schema} Schema */

/** @type {Record<string, { title: string, properties: Record<string, string> }>} */
const MEANINGS = {
  exercises: {
    title: '一道题的作答',
    properties: {
      version: '所答题目的版本；题目改了，版本就不同',
      response: '作答：空位及所填',
      state: '最近一次的结果',
      score: '最近一次的得分',
      attempts: '提交过几次',
      revealed: '答案是否显示过',
      first: '第一次提交的结果；没有提交过为空',
      at: '何时保存，1970年以来的毫秒数',
    },
  },
  reviews: {
    title: '一道题的复习安排（FSRS）',
    properties: {
      version: '所复习题目的版本；题目改了，重新安排',
      due: '哪一天再复习：那一天的零时，1970年以来的毫秒数',
      stability: '记忆稳定性，以天计',
      difficulty: '难度，1至10',
      interval: '到下一次复习的天数',
      reps: '复习过几次',
      lapses: '忘过几次',
      rating: '最近一次的评定',
      added: '第一次复习是何时',
      last: '最近一次复习是何时',
    },
  },
  notes: {
    title: '一句讲话上的划线和笔记',
    properties: {
      marked: '是否划线',
      note: '笔记；没有为空',
      at: '何时保存，1970年以来的毫秒数',
    },
  },
};

/** Gives the JSON Schema of the export file. */
export function recordSchema() {
  const parts = Object.entries(PARTS).map(([name, { schema }]) => [
    name,
    {
      type: 'object',
      description: '以题目或句子的编号为名',
      propertyNames: { type: 'string', pattern: ITEM },
      additionalProperties: explained(name, schema),
    },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '学习记录',
    description: '课程网页“学习进度”导出的文件',
    type: 'object',
    required: ['format', 'version', 'course', 'saved', ...Object.keys(PARTS)],
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
      saved: { type: 'string', description: '何时导出（ISO 8601）' },
      ...Object.fromEntries(parts),
    },
  };
}

/**
 * @param {string} name
 * @param {Schema} schema
 */
function explained(name, schema) {
  const meanings = MEANINGS[name];
  const properties = Object.entries(schema.properties ?? {}).map(([property, type]) => {
    const description = meanings?.properties[property];
    if (!description) throw new Error(`record-schema.js: ${name}.${property} has no description`);
    return [property, { ...type, description }];
  });
  return { title: meanings?.title, ...schema, properties: Object.fromEntries(properties) };
}
