/** A bullet or a long dash where the hyphen of a list item belongs; a non-breaking hyphen in an id or a date. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';
import { quoted } from '../i18n/phrases.ts';

export const rule: FormatRule = {
  code: 'look-alike-dash',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A bullet or a long dash in front of the items of a list, or a non-breaking hyphen in an id or a date.',
    'zh-CN': '列表项前用了圆点或长破折号，或标识、日期中用了不间断连字符。',
  },
  doc: {
    why: {
      en: 'Word processors and chat programs turn a hyphen at the start of a line into a bullet or a long dash. Only the hyphen of the keyboard begins an item; with anything else other programs read one long text instead of a list. Word also puts a hyphen that does not break into names, and an id with it is another id.',
      'zh-CN':
        '文字处理软件和聊天工具会把行首的短横线变成圆点或长破折号。只有键盘上的短横线才表示列表项；用其他符号，别的程序读到的是一整段文字，而不是列表。Word 还会在词中放入不间断连字符，含有它的标识就成了另一个标识。',
    },
    fix: {
      en: 'Write a hyphen and a space in front of each item; the quick fix does it for the whole list.',
      'zh-CN': '请在每一项前写短横线和一个空格；快速修复会处理整个列表。',
    },
  },
  check: (plan) =>
    findings(plan, ['look-alike-dash', 'look-alike-hyphen'], (error) => ({
      text:
        error.kind === 'look-alike-hyphen'
          ? {
              en: 'This is a non-breaking hyphen {sign}, which only looks like the one of the keyboard. Write `-`.',
              'zh-CN': '这是不间断连字符 {sign}，只是看起来像键盘上的短横线。请写 `-`。',
            }
          : {
              en: 'An item of a list begins with a hyphen and a space, not with {sign}.',
              'zh-CN': '列表项以短横线加空格开头，而不是 {sign}。',
            },
      // Bullets that only a font of Word has a picture for.
      data: { sign: quoted(plan.text.slice(error.start, error.end).replace(/[\ue000-\uf8ff]/g, '•')) },
      fix: { text: { en: 'Write hyphens', 'zh-CN': '改为短横线' } },
    })),
};
