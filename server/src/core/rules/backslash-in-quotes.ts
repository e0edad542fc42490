/** A backslash in double quotes that does not stand for itself. */

import type { Finding, FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import type { Text } from '../i18n/message.ts';
import { ambiguitiesIn } from '../model/ambiguities.ts';

const text: Text = {
  en: 'A backslash in double quotes joins with the sign after it into something else. Write it twice.',
  'zh-CN': '双引号里的反斜杠会与后面的字符合成别的字符。请写两个反斜杠。',
};
const title = { text: { en: 'Write backslashes twice', 'zh-CN': '写成两个反斜杠' } };

export const rule: FormatRule = {
  code: 'backslash-in-quotes',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A backslash in double quotes, such as in the path of a file.',
    'zh-CN': '双引号中的反斜杠，例如文件路径里的。',
  },
  doc: {
    why: {
      en: 'In double quotes a backslash and the letter after it stand for one other sign: in `"C:\\temp"` the `\\t` is read as a tab. The path looks right in the file and is wrong everywhere else.',
      'zh-CN':
        '在双引号里，反斜杠与后面的字母合起来表示另一个字符：`"C:\\temp"` 中的 `\\t` 会读成制表符。路径在文件里看着没错，别处却都是错的。',
    },
    fix: {
      en: 'Write each backslash twice, or enclose the text in single quotes.',
      'zh-CN': '请把每个反斜杠写两遍，或改用单引号。',
    },
    allow: { en: 'When the special sign is meant.', 'zh-CN': '确实需要那个特殊字符时。' },
  },
  *check(plan) {
    yield* findings(plan, ['backslash'], () => ({ text, fix: title }));
    for (const { span, value, spot } of ambiguitiesIn(plan, 'backslash', () => true)) {
      yield {
        span: { start: span.start, end: span.start + 2 },
        severity: 'warning',
        text,
        fixes: (): ReturnType<NonNullable<Finding['fixes']>> => [
          {
            title,
            edits: [...value.matchAll(/\\(?!["\\])/g)].map(({ index }) => {
              const at = spot.value.start + index;
              return { span: { start: at, end: at }, text: '\\' };
            }),
            preferred: true,
          },
        ],
      };
    }
  },
};
