/** Tabs, non-breaking spaces and their like in front of a line. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'odd-indentation',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A line that is indented with tabs or other blanks instead of spaces.',
    'zh-CN': '用制表符或其他空白（而不是空格）缩进的行。',
  },
  doc: {
    why: {
      en: 'Programs see tabs, and the blanks that come along when text is pasted from Word or a web page, as something else than spaces. The file looks right and is refused, or a key belongs to the wrong part.',
      'zh-CN':
        '制表符，以及从 Word 或网页粘贴时带来的特殊空白，在程序看来都不是空格。文件看上去没问题，却会被拒绝，或者字段归错了地方。',
    },
    fix: {
      en: 'Indent with ordinary spaces, two for each step. The quick fix does it for every such line.',
      'zh-CN': '请用普通空格缩进，每一级两个。快速修复会处理所有这样的行。',
    },
  },
  check: (plan) =>
    findings(plan, ['odd-indentation', 'tab'], (error) => ({
      text:
        error.word === '\t' || error.kind === 'tab'
          ? {
              en: 'This line is indented with a tab. Indent with spaces: two for each step.',
              'zh-CN': '这一行用制表符缩进。请用空格缩进，每一级两个空格。',
            }
          : {
              en: 'This line is indented with a blank that only looks like a space. Indent with ordinary spaces.',
              'zh-CN': '这一行的缩进看起来像空格，其实是特殊空白。请用普通空格缩进。',
            },
      fix: { text: { en: 'Indent with spaces', 'zh-CN': '改用空格缩进' } },
    })),
};
