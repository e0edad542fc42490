/** A key that must be there and is not. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { addPair, written } from '../edits/yamlEdit.ts';
import type { Value } from '../i18n/message.ts';
import { quoted, same } from '../i18n/phrases.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import { slug, titleOf } from '../model/ids.ts';
import type { Reading } from '../model/reading.ts';
import { misspelt } from '../model/uncertain.ts';
import { type At, isMap, isScalar, pairOf, spanOf } from '../syntax/tree.ts';
import { column } from '../text/lines.ts';

/** A line among the keys of a map that cannot be read: it may well be what is missing. */
function halfTyped(plan: Reading, at: At): boolean {
  const depth = column(plan.text, at.start);
  return plan.errors.some(
    (error) =>
      error.kind === 'no-colon' &&
      error.start >= at.start &&
      column(plan.text, error.start) === depth &&
      plan.text.slice(spanOf(at).end, error.start).trim() === '',
  );
}

/** The name of something from its id, or the other way round. */
function derived(plan: Reading, { at, path }: SchemaViolation, keys: readonly string[]): Fix[] {
  const [key] = keys;
  if (!isMap(at) || keys.length > 1 || typeof path.at(-1) !== 'number') return [];
  const word = (name: string) => {
    const pair = pairOf(at, name);
    return pair && isScalar(pair.value) && typeof pair.value.node.value === 'string' ? pair.value.node.value : '';
  };
  const value =
    key === 'id' ? slug(word('title') || word('name')) : key === 'name' || key === 'title' ? titleOf(word('id')) : '';
  if (key === undefined || value === '') return [];
  const title = {
    text: { en: 'Add {key}: {value}', 'zh-CN': '添加 {key}：{value}' },
    data: { key: quoted(key), value },
  };
  return [{ title, edits: [addPair(plan, at, key, key === 'id' ? value : written(value))] }];
}

export const rule: FormatRule = {
  code: 'missing-key',
  severity: 'error',
  structural: true,
  summary: { en: 'A key that every plan needs is not there.', 'zh-CN': '缺少必需的字段。' },
  doc: {
    why: {
      en: 'Only what nothing works without is required: a title, three dates, a reason, one group of people and the levers.',
      'zh-CN': '只有缺了就无法工作的内容才是必需的：标题、三个日期、原因、至少一个群体，以及 LEVERS。',
    },
    fix: {
      en: 'Add the key. On an empty line at the right depth, suggestions offer it first.',
      'zh-CN': '请补上这个字段。在相应层级的空行上，输入建议会首先列出它。',
    },
  },
  *check(plan) {
    const holders = new Map<number, { first: SchemaViolation; keys: string[] }>();
    for (const violation of violations(plan)) {
      const { kind, key, at, shape } = violation;
      if (kind !== 'missing-key' || key === undefined) continue;
      // Misspelt, not missing: `unknown-key` says so.
      if (misspelt(at, key, shape) || halfTyped(plan, at)) continue;
      // It may stand in what is not read: `second-document` says so.
      if (violation.path.length === 0 && plan.errors.some(({ kind }) => kind === 'second-document')) continue;
      const holder = holders.get(at.start);
      if (holder) holder.keys.push(key);
      else holders.set(at.start, { first: violation, keys: [key] });
    }
    for (const { first, keys } of holders.values()) {
      const { shape, span, path } = first;
      const where: Value = shape.title ?? { en: 'this part', 'zh-CN': '这一部分' };
      const named = keys.map(
        (key): Value => ({
          text: { en: '{key} ({title})', 'zh-CN': '{key}（{title}）' },
          data: { key: quoted(key), title: shape.key(key)?.title ?? same(key) },
        }),
      );
      yield {
        span,
        text:
          path.length === 0
            ? { en: 'The {noun} still needs {keys}.', 'zh-CN': '{noun}还缺少 {keys}。' }
            : { en: '“{where}” still needs {keys}.', 'zh-CN': '“{where}”还缺少 {keys}。' },
        data: { keys: named, where, noun: plan.format.noun },
        fixes: () => derived(plan, first, keys),
      };
    }
  },
};
