/** A number with a dot or comma before its last three digits: thousands to one reader, a fraction to another. */

import type { Finding, Fix, FormatRule } from '../diagnostics/rule.ts';
import { numberReadings } from '../fixes/numbers.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { type AmbiguityAt, ambiguitiesIn } from '../model/ambiguities.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey, type Step } from '../schema/path.ts';
import type { Shape } from '../schema/schema.ts';
import { isScalar, spanOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

function takesNumber({ types }: Shape): boolean {
  return types.includes('number') || types.includes('integer');
}

/** Whether a text stands where a number belongs, and may be either of two. */
export function isAmbiguousNumber({ kind, at, shape }: SchemaViolation): boolean {
  if (kind !== 'wrong-type' || !takesNumber(shape) || !isScalar(at)) return false;
  const { value } = at.node;
  return typeof value === 'string' && numberReadings(value, shape).length > 1;
}

/** Numbers that a comma in brackets has cut in two: `{ target: 1,200 }`. */
export function* cutNumbers(plan: Reading): Iterable<AmbiguityAt> {
  for (const found of ambiguitiesIn(plan, 'comma', takesNumber)) {
    const { start } = found.spot.span;
    const [value] = /^[-+]?[1-9]\d{0,2},\d{3}(?![\d.])/.exec(plan.text.slice(start, start + 9)) ?? [];
    if (value) yield { ...found, value, span: { start, end: start + value.length } };
  }
}

function finding(source: string, span: Span, path: readonly Step[], shape: Shape): Omit<Finding, 'severity'> {
  const meant = numberReadings(source, shape);
  return {
    span,
    text:
      meant.length > 1
        ? {
            en: '{source} can be read in two ways: is {key} {numbers}?',
            'zh-CN': '{source} 有两种读法：{key} 是 {numbers}？',
          }
        : {
            en: '{key} takes a number without signs between its digits. Is {source} meant as {numbers}?',
            'zh-CN': '{key} 应为数字，各位数字之间不加符号。{source} 是指 {numbers} 吗？',
          },
    data: { source: quoted(source), key: quoted(lastKey(path)), numbers: alternatives(meant.map(quoted)) },
    fixes: () =>
      meant.map(
        (number): Fix => ({
          title: { text: { en: 'Change to {number}', 'zh-CN': '改为 {number}' }, data: { number } },
          edits: [{ span, text: number }],
        }),
      ),
  };
}

export const rule: FormatRule = {
  code: 'ambiguous-number',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A number that may be thousands or a fraction, such as `1.200`.',
    'zh-CN': '可能是千位、也可能是小数的数字，例如 `1.200`。',
  },
  doc: {
    why: {
      en: 'In much of Europe `1.200` is one thousand two hundred, elsewhere it is a little more than one, and with a comma it is the other way round. The plan would count with one of them and nobody would notice.',
      'zh-CN':
        '在欧洲许多地方，`1.200` 是一千二百，在别处则是一点二；用逗号时正好相反。计划只会按其中一种计算，而没有人会察觉。',
    },
    fix: {
      en: 'Write the digits without a sign between them, `1200`, or a fraction without zeros at its end, `1.2`.',
      'zh-CN': '整数的各位之间不加符号，写成 `1200`；小数末尾不写零，写成 `1.2`。',
    },
    allow: {
      en: 'When a fraction has just three places, as in `1.125`.',
      'zh-CN': '小数恰好有三位时，例如 `1.125`。',
    },
  },
  *check(plan) {
    for (const { span, value, spot, shape } of ambiguitiesIn(plan, 'thousands', takesNumber)) {
      // As a fraction it is read, unless only whole numbers can stand there.
      const severity = numberReadings(value, shape).length > 1 ? 'warning' : 'error';
      yield { ...finding(value, span, spot.path, shape), severity };
    }
    for (const { span, value, spot, shape } of cutNumbers(plan)) yield finding(value, span, spot.path, shape);
    for (const violation of violations(plan)) {
      if (!isAmbiguousNumber(violation) || !isScalar(violation.at)) continue;
      yield finding(String(violation.at.node.value), spanOf(violation.at), violation.path, violation.shape);
    }
  },
};
