/** `levers schema`: the JSON Schemas of our formats, for other tools. */
import catalogSchema from '../../../../schemas/levers-catalog.schema.json';
import configSchema from '../../../../schemas/levers-config.schema.json';
import diffOutputSchema from '../../../../schemas/levers-diff-output.schema.json';
import jsonOutputSchema from '../../../../schemas/levers-json-output.schema.json';
import planSchema from '../../../../schemas/levers-plan.schema.json';
import type { Text } from '../../core/i18n/message.ts';
import { alternatives, same } from '../../core/i18n/phrases.ts';
import { command, UsageError } from '../command.ts';

/** By the name that is typed; the first is what a call gets that names none. */
const schemas: Readonly<Record<string, object>> = {
  plan: planSchema,
  catalog: catalogSchema,
  config: configSchema,
  'json-output': jsonOutputSchema,
  'diff-output': diffOutputSchema,
};

const names = Object.keys(schemas);

const oneOf: Text = { en: 'levers schema takes one of {names}', 'zh-CN': 'levers schema 只能是 {names} 之一' };

export const schema = command({
  summary: { en: 'Writes the JSON Schema of a format', 'zh-CN': '输出一种格式的 JSON Schema' },
  operands: same(`[${names.join('|')}]`),
  operandWords: () => names,
  options: {},
  examples: [
    {
      call: 'schema > levers-plan.schema.json',
      text: { en: 'That of plans, in a file', 'zh-CN': '把计划格式写到文件' },
    },
    {
      call: 'schema json-output',
      text: { en: 'That of `levers check --format json`', 'zh-CN': '`levers check --format json` 的输出格式' },
    },
    {
      call: 'schema diff-output',
      text: { en: 'That of `levers diff --format json`', 'zh-CN': '`levers diff --format json` 的输出格式' },
    },
    { call: 'schema catalog', text: { en: 'That of catalogs', 'zh-CN': '目录的格式' } },
    { call: 'schema config', text: { en: 'That of configurations', 'zh-CN': '配置的格式' } },
  ],
  run({ operands, speak }, machine) {
    const [name = names[0] as string] = operands;
    if (operands.length > 1 || !Object.hasOwn(schemas, name))
      throw new UsageError(speak(oneOf, { names: alternatives(names) }));
    machine.out(`${JSON.stringify(schemas[name], null, 2)}\n`);
    return 0;
  },
});
