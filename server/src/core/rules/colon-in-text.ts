/** A colon inside a text that reads like the colon of a key. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'colon-in-text',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A text has a colon followed by a space in it.',
    'zh-CN': '文字中有冒号加空格。',
  },
  doc: {
    why: {
      en: 'A colon followed by a space makes a key of what stands before it. In the middle of a sentence nobody means that, and other programs refuse the file with three messages about it.',
      'zh-CN': '冒号加空格会把前面的文字变成键。句子中间的冒号并没有这个意思，而其他程序会因此拒绝整个文件。',
    },
    fix: {
      en: 'Put the whole text in quotes.',
      'zh-CN': '请给整段文字加上引号。',
    },
  },
  check: (plan) =>
    findings(plan, ['colon-in-text'], () => ({
      text: {
        en: 'This text has a colon in it. Put the whole text in quotes.',
        'zh-CN': '这段文字里有冒号。请给整段文字加上引号。',
      },
      fix: { text: { en: 'Put it in quotes', 'zh-CN': '加上引号' } },
    })),
};
