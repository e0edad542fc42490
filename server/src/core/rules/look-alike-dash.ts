/** A bullet or a long dash where the hyphen of a list item belongs. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';

export const rule: FormatRule = {
  code: 'look-alike-dash',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A bullet or a long dash in front of the items of a list.',
    'zh-CN': '列表项前用了圆点或长破折号。',
  },
  doc: {
    why: {
      en: 'Word processors and chat programs turn a hyphen at the start of a line into a bullet or a long dash. Only the hyphen of the keyboard begins an item; with anything else other programs read one long text instead of a list.',
      'zh-CN':
        '文字处理软件和聊天工具会把行首的短横线变成圆点或长破折号。只有键盘上的短横线才表示列表项；用其他符号，别的程序读到的是一整段文字，而不是列表。',
    },
    fix: {
      en: 'Write a hyphen and a space in front of each item; the quick fix does it for the whole list.',
      'zh-CN': '请在每一项前写短横线和一个空格；快速修复会处理整个列表。',
    },
  },
  check: (plan) =>
    findings(plan, ['look-alike-dash'], (error) => ({
      text: {
        en: 'An item of a list begins with a hyphen and a space, not with {sign}.',
        'zh-CN': '列表项以短横线加空格开头，而不是 {sign}。',
      },
      data: { sign: quoted(plan.text.slice(error.start, error.end)) },
      fix: { text: { en: 'Write hyphens', 'zh-CN': '改为短横线' } },
    })),
};
