/** A date, an id or a number that is not written in the form that it must have. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { written } from '../edits/yamlEdit.ts';
import { saysUndecided } from '../fixes/unread.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { names } from '../model/declaredIds.ts';
import { type SchemaViolation, violations } from '../model/formatCheck.ts';
import { slug } from '../model/ids.ts';
import { Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import { occurrences, sameNamed } from '../model/references.ts';
import { lastKey } from '../schema/path.ts';
import { isScalar } from '../syntax/tree.ts';
import { daysMeant } from './date-in-other-form.ts';

const date: Text = {
  en: '{key} is a date, written year-month-day: `2027-03-15`.',
  'zh-CN': '{key} 是日期，按“年-月-日”书写：`2027-03-15`。',
};
const id: Text = {
  en: '{key} is a short name for reference: lower-case letters a–z, digits and single hyphens, at most 64 characters, such as `office-staff`.',
  'zh-CN': '{key} 是用于引用的短名：小写字母 a–z、数字和单个连字符，最多 64 个字符，例如 `office-staff`。',
};
const other: Text = {
  en: '{key} is not written as it must be. An example: {example}.',
  'zh-CN': '{key} 的写法不对。示例：{example}。',
};
const range: Text = { en: '{key} must be at least {limit}.', 'zh-CN': '{key} 不能小于 {limit}。' };

/** What is written, as an id, if nothing else has that id. */
function asId(plan: Reading, { at, span }: SchemaViolation): Fix[] {
  const value = isScalar(at) ? String(at.node.value) : '';
  const id = slug(value);
  const taken = plan instanceof Plan && Object.values(names(plan)).some((ids) => ids.has(id));
  if (id === '' || (taken && id !== value.toLowerCase())) return [];
  const title = { text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' }, data: { id: quoted(id) } };
  // What refers to it goes with it.
  const own = occurrences(plan).find((name) => name.introduces && name.value.start === at.start);
  const uses = own ? sameNamed(plan, own).filter(({ value: other }) => other.start !== at.start) : [];
  const others = uses.map((use) => ({ span: use.span, text: id }));
  return [{ title, edits: [{ span, text: written(id) }, ...others], preferred: true }];
}

export const rule: FormatRule = {
  code: 'malformed-value',
  severity: 'error',
  structural: true,
  summary: { en: 'A date, id or number that is not written as it must be.', 'zh-CN': '日期、标识或数字的写法不对。' },
  doc: {
    why: {
      en: 'Dates are compared and drawn on a timeline, ids are referred to from other places. Both need one form: `2027-03-15`, `office-staff`.',
      'zh-CN': '日期要比较、要画到时间线上，标识要被别处引用，因此写法必须统一：`2027-03-15`、`office-staff`。',
    },
    fix: { en: 'Write the value as the example in the message shows.', 'zh-CN': '请按提示中的示例书写。' },
  },
  *check(plan) {
    for (const violation of violations(plan)) {
      const { kind, span, shape, path, limit } = violation;
      if (kind !== 'malformed-value' && kind !== 'out-of-range') continue;
      if (daysMeant(plan, violation).length || saysUndecided(plan, violation)) continue;
      const key = lastKey(path);
      yield {
        span,
        text: kind === 'out-of-range' ? range : shape.date ? date : shape.id ? id : other,
        data: { key: quoted(key), example: quoted(String(shape.examples.en[0] ?? '')), limit: limit ?? 0 },
        fixes: () => (shape.id && kind === 'malformed-value' ? asId(plan, violation) : []),
      };
    }
  },
};
