/** A value of another kind than its key takes: a number for a text, one value for a list. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { written } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import { lastKey } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { inQuotes } from '../syntax/quoting.ts';
import { spanOf } from '../syntax/tree.ts';
import { isChangedText } from './changed-by-reading.ts';
import { daysMeant } from './date-in-other-form.ts';

const expected: Record<string, Text> = {
  string: { en: 'a text', 'zh-CN': '文字' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'keys and values on lines of their own', 'zh-CN': '逐行书写的键和值' },
  boolean: { en: '`true` or `false`', 'zh-CN': '`true` 或 `false`' },
};

function expectation(shape: Shape): Text {
  if (shape.date) return { en: 'a date such as `2027-03-15`', 'zh-CN': '日期，例如 `2027-03-15`' };
  if (shape.key('zh-CN')) {
    return { en: 'a text with its language, as in `{ en: … }`', 'zh-CN': '注明语言的文字，例如 `{ zh-CN: … }`' };
  }
  const type = shape.types.find((candidate) => candidate !== 'null') ?? 'string';
  return expected[type] as Text;
}

function found({ at: { node }, shape }: SchemaViolation): Text {
  if (node.kind === 'list') return { en: 'a list', 'zh-CN': '列表' };
  if (node.kind === 'map') return { en: 'a set of keys', 'zh-CN': '一组键' };
  if (node.kind === 'broken' || node.value === null) return { en: 'nothing', 'zh-CN': '空的' };
  if (typeof node.value === 'number')
    return shape.types.includes('integer')
      ? { en: 'not a whole one', 'zh-CN': '带小数的数' }
      : { en: 'a number', 'zh-CN': '数字' };
  return typeof node.value === 'boolean'
    ? { en: '`true` or `false`', 'zh-CN': '`true` 或 `false`' }
    : { en: 'a text', 'zh-CN': '文字' };
}

const inQuotesTitle = { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } };

/** What people write for `true` and `false`. */
function truthOf(text: string): boolean | undefined {
  const plain = text.trim().toLowerCase();
  if (['yes', 'y', 'on', 'done', 'x', '是', '已完成', '√', '✓'].includes(plain)) return true;
  return ['no', 'n', 'off', 'open', '否', '未完成'].includes(plain) ? false : undefined;
}

/** A number that is written with separators or a unit: `1,200`, `1 200`, `80%`, `620 人`. */
function numberIn(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*(?:%|人|people|persons?)$/i, '')
    .replace(/(?<=\d)[,' \u00a0\u202f](?=\d{3}(?!\d))/g, '')
    .replace(/^([-+]?\d+),(\d{1,2})$/, '$1.$2');
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? String(Number(plain)) : undefined;
}

export const rule: FormatRule = {
  code: 'wrong-kind',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A value of another kind than its key takes, such as one text where a list is expected.',
    'zh-CN': '值的种类与键不符，例如该写列表的地方写了一段文字。',
  },
  doc: {
    why: {
      en: 'Each key takes one kind of value: a text, a number, a date, a list, or more keys. Other kinds cannot be shown or counted.',
      'zh-CN': '每个键只接受一种值：文字、数字、日期、列表，或下一级的键。其他种类的值无法显示或统计。',
    },
    fix: {
      en: 'Write the kind that the message names. A number meant as text goes in quotes; one value for a list goes in square brackets.',
      'zh-CN': '请按提示改成相应的种类。当作文字的数字要加引号；列表即使只有一个值也要加方括号。',
    },
  },
  safeFixes: true,
  *check(plan) {
    for (const violation of violations(plan)) {
      if (violation.kind !== 'wrong-type') continue;
      const { at, shape, span, path } = violation;
      if (path.length === 0 || isChangedText(violation) || daysMeant(plan, violation).length) continue;
      const { node } = at;
      if (node.kind === 'scalar' && node.value === null) continue;
      const value = spanOf(at);
      const source = plan.text.slice(value.start, value.end);
      const fixes = (): Fix[] => {
        if (node.kind !== 'scalar') {
          // A text in brackets or braces.
          if (node.kind === 'broken' || !takesText(shape) || !node.flow || source.includes('\n')) return [];
          return [
            { title: inQuotesTitle, edits: [{ span: value, text: inQuotes(source) }], preferred: true, safe: true },
          ];
        }
        const truth =
          shape.types.includes('boolean') && typeof node.value === 'string' ? truthOf(node.value) : undefined;
        if (truth !== undefined) {
          return [
            {
              title: {
                text: { en: 'Change to {word}', 'zh-CN': '改为 {word}' },
                data: { word: quoted(String(truth)) },
              },
              edits: [{ span: value, text: String(truth) }],
              preferred: true,
              safe: true,
            },
          ];
        }
        const number = shape.types.includes('number') || shape.types.includes('integer');
        if (number && typeof node.value === 'string') {
          const plain = numberIn(node.value);
          if (plain === undefined) return [];
          return [
            {
              title: { text: { en: 'Change to {number}', 'zh-CN': '改为 {number}' }, data: { number: plain } },
              edits: [{ span: value, text: plain }],
              preferred: true,
            },
          ];
        }
        if (shape.types.includes('string') && typeof node.value !== 'string' && !shape.date) {
          return [
            {
              title: inQuotesTitle,
              edits: [{ span: value, text: JSON.stringify(source) }],
              preferred: true,
              safe: true,
            },
          ];
        }
        if (shape.key('zh-CN') && typeof node.value === 'string' && node.style !== 'block') {
          const locale = /\p{Script=Han}/u.test(node.value) ? 'zh-CN' : 'en';
          const text = node.style === 'plain' ? written(node.value) : source;
          return [
            {
              title: { text: { en: 'Say which language it is', 'zh-CN': '注明语言' } },
              edits: [{ span: value, text: `{ ${locale}: ${text} }` }],
              preferred: true,
            },
          ];
        }
        if (shape.items?.types.includes('string') && typeof node.value === 'string' && node.style !== 'block') {
          return [
            {
              title: { text: { en: 'Make it a list', 'zh-CN': '改成列表' } },
              edits: [{ span: value, text: `[${node.style === 'plain' ? written(node.value) : source}]` }],
              preferred: true,
              safe: true,
            },
          ];
        }
        return [];
      };
      yield {
        span,
        text:
          typeof path.at(-1) === 'number'
            ? {
                en: 'An item of {key} takes {expected}; this is {found}.',
                'zh-CN': '{key} 的每一项应为{expected}，这里却是{found}。',
              }
            : {
                en: '{key} takes {expected}; this is {found}.',
                'zh-CN': '{key} 应为{expected}，这里却是{found}。',
              },
        data: { key: quoted(lastKey(path)), expected: expectation(shape), found: found(violation) },
        fixes,
      };
    }
  },
};
