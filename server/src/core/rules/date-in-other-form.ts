/** A date that is written in another form than year-month-day. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import { spanOf } from '../syntax/tree.ts';
import { readings } from '../text/dateFormats.ts';

/** The days that a value which is no date can mean; none where it is not about a date. */
export function daysMeant(plan: Reading, { kind, at, shape }: SchemaViolation): string[] {
  if (!shape.date || at.node.kind !== 'scalar' || (kind !== 'malformed-value' && kind !== 'wrong-type')) return [];
  const { start, end } = spanOf(at);
  const value = typeof at.node.value === 'string' ? at.node.value : plan.text.slice(start, end);
  return readings(value);
}

export const rule: FormatRule = {
  code: 'date-in-other-form',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A date that is not written year-month-day.',
    'zh-CN': '日期没有按“年-月-日”书写。',
  },
  doc: {
    why: {
      en: 'The same signs mean different days in different places: 03/04/2027 is a day in March in one office and one in April in another. `2027-03-04` means one day everywhere, and sorts.',
      'zh-CN':
        '同样的写法在各地表示不同的日子：03/04/2027 在有的地方是三月，在有的地方是四月。`2027-03-04` 在任何地方都只有一个意思，还便于排序。',
    },
    fix: {
      en: 'Write year, month and day with hyphens. Where a date can be read in two ways the quick fix offers both and chooses neither.',
      'zh-CN': '请写成“年-月-日”，用连字符相连。有两种读法的日期，快速修复会都列出来，由你选择。',
    },
  },
  *check(plan) {
    for (const violation of violations(plan)) {
      const days = daysMeant(plan, violation);
      if (days.length === 0) continue;
      const span = spanOf(violation.at);
      yield {
        span,
        text:
          days.length === 1
            ? {
                en: 'A date is written year-month-day: {days}.',
                'zh-CN': '日期请按“年-月-日”书写：{days}。',
              }
            : {
                en: 'A date is written year-month-day. Is this {days}?',
                'zh-CN': '日期请按“年-月-日”书写。这里可能是 {days}，请选择。',
              },
        data: { days: alternatives(days.map(quoted)), key: quoted(lastKey(violation.path)) },
        fixes: () =>
          days.map((day) => ({
            title: { text: { en: 'Change to {day}', 'zh-CN': '改为 {day}' }, data: { day } },
            edits: [{ span, text: day }],
            preferred: days.length === 1,
            safe: days.length === 1,
          })),
      };
    }
  },
};
