/** A key with nothing after it, or a sign for nothing (`null`, `~`), that needs a value. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { quoted, same } from '../i18n/phrases.ts';
import { violations } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import { type At, spanOf } from '../syntax/tree.ts';

/** Something is typed there, or rows of a table: other rules say why it does not count. */
function doubtful(plan: Reading, at: At): boolean {
  const { start, end } = spanOf(at);
  const typed = plan.text.slice(start, end);
  if (plan.ambiguities.some(({ kind, value }) => value === start && kind === 'cut')) return true;
  if (/^[|>].*\d/.test(typed)) return true;
  return plan.errors.some(
    (error) => error.kind === 'pasted-table' && error.start >= end && plan.text.slice(end, error.start).trim() === '',
  );
}

export const rule: FormatRule = {
  code: 'empty-value',
  severity: 'error',
  structural: true,
  summary: { en: 'A key that needs a value has none.', 'zh-CN': '需要填写的字段还没有值。' },
  doc: {
    why: {
      en: 'A key without a value says less than no key: readers cannot tell whether it was forgotten or is still being decided.',
      'zh-CN': '有字段无值还不如没有字段：读者分不清是忘了填，还是尚未决定。',
    },
    fix: { en: 'Write a value after the colon, or remove the line.', 'zh-CN': '请在冒号后填写，或删去这一行。' },
    allow: {
      en: 'Keys where “not decided yet” is normal, such as `owner`, may stay empty; other rules remind you of them.',
      'zh-CN': '`owner` 这类允许“尚未决定”的字段可以留空；其他规则会提醒。',
    },
  },
  *check(plan) {
    for (const violation of violations(plan)) {
      const { kind, at, span, shape, path } = violation;
      const bare = at.node.kind === 'scalar' && at.node.value === null && path.length > 0;
      const excess = kind === 'missing-key' || kind === 'unknown-key' || kind === 'excluded-key';
      if ((kind !== 'empty-value' && (!bare || excess)) || doubtful(plan, at)) continue;
      const key = lastKey(path);
      yield {
        span,
        text:
          typeof path.at(-1) === 'number'
            ? { en: 'This item of {key} is still empty.', 'zh-CN': '{key} 的这一项还没有填写。' }
            : { en: '{key} ({title}) is still empty.', 'zh-CN': '{key}（{title}）还没有填写。' },
        data: { key: quoted(key), title: shape.title ?? same(key) },
      };
    }
  },
};
