/** A line among the items of a list that has no hyphen. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'missing-hyphen',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A line among the items of a list that has no hyphen in front of it.',
    'zh-CN': '列表中有一行前面缺少短横线。',
  },
  doc: {
    why: {
      en: 'Each item of a list begins with a hyphen. A line without one stands among the items and is none of them: other programs stop there.',
      'zh-CN': '列表的每一项都以短横线开头。没有短横线的一行夹在列表项之间，却不是其中一项：其他程序会停在那里。',
    },
    fix: {
      en: 'Put a hyphen and a space in front of the line. If it belongs to the item above, indent it further than its hyphen.',
      'zh-CN': '请在这一行前面加上短横线和空格。如果它接续上一项，请比上一项的短横线缩进更多。',
    },
  },
  check: (plan) =>
    findings(plan, ['missing-hyphen'], () => ({
      text: {
        en: 'This line stands among the items of a list, and the hyphen in front of it is missing.',
        'zh-CN': '这一行在列表中，但前面缺少短横线。',
      },
      fix: { text: { en: 'Make it an item', 'zh-CN': '改成列表项' } },
    })),
};
