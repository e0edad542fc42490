/** Curly quotation marks where the file needs straight ones. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';
import { ambiguitiesIn } from '../model/ambiguities.ts';
import { lastKey } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import { inQuotes } from '../syntax/quoting.ts';

export const rule: FormatRule = {
  code: 'curly-quotes',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'Curly quotation marks around a value: they become part of it.',
    'zh-CN': '值的两端是弯引号：引号会成为内容的一部分。',
  },
  doc: {
    why: {
      en: 'Word processors turn straight quotation marks into curly ones. Inside a sentence they are fine; around a value they do not enclose it but belong to it, so that an id or a date is no longer one and a title is shown with the marks.',
      'zh-CN':
        '文字处理软件会把直引号变成弯引号。写在句子里没有问题；放在值的两端，它们不是括住内容，而是内容的一部分：标识和日期因此失效，标题显示时会带着引号。',
    },
    fix: {
      en: 'Remove them, or use straight quotation marks (`"`).',
      'zh-CN': '请去掉弯引号，或改用直引号（`"`）。',
    },
    allow: { en: 'When a text is a quotation as a whole: somebody’s words.', 'zh-CN': '整段文字是引用别人的原话时。' },
  },
  *check(plan) {
    yield* findings(plan, ['curly-quotes'], () => ({
      text: {
        en: 'Curly quotation marks are part of the text here. Remove them.',
        'zh-CN': '弯引号在这里会成为内容的一部分。请去掉。',
      },
      fix: { text: { en: 'Remove the quotation marks', 'zh-CN': '去掉引号' } },
    }));
    for (const { span, value, spot } of ambiguitiesIn(plan, 'curly', takesText)) {
      yield {
        span,
        severity: 'info',
        text: {
          en: 'The curly quotation marks become part of {key}. If they shall only enclose it, use straight ones or none.',
          'zh-CN': '弯引号会成为 {key} 内容的一部分。如果只想括住内容，请用直引号或不用引号。',
        },
        data: { key: quoted(lastKey(spot.path)) },
        fixes: () => [
          {
            title: { text: { en: 'Use straight quotation marks', 'zh-CN': '改用直引号' } },
            edits: [{ span, text: inQuotes(value.slice(1, -1)) }],
          },
        ],
      };
    }
  },
};
