/** A colon or hyphen without the space that belongs after it. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { findings } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'missing-space',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'No space after the colon of a key, or after the hyphen of an item.',
    'zh-CN': '字段的冒号或列表项的短横线后面缺少空格。',
  },
  doc: {
    why: {
      en: 'The space tells the colon of a key from one inside a text, such as 12:30, and the hyphen of an item from a minus sign. Without it other programs read key and value as one word.',
      'zh-CN':
        '有了空格，才能区分字段的冒号与文字中的冒号（如 12:30），以及列表项的短横线与减号。缺少空格时，其他程序会把字段和值读成一个词。',
    },
    fix: {
      en: 'Put one space after the colon or hyphen.',
      'zh-CN': '请在冒号或短横线后加一个空格。',
    },
  },
  check: (plan) =>
    findings(plan, ['missing-space'], (error) => ({
      text: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(plan.text.charAt(error.start))
        ? {
            en: 'In front of the colon stands a blank that only looks like a space. Write `{key}: …`.',
            'zh-CN': '冒号前面有一个看起来像空格的特殊空白。请写成 `{key}: …`。',
          }
        : error.word
          ? {
              en: 'A space is missing after the colon: `{key}: …`.',
              'zh-CN': '冒号后面缺少空格：`{key}: …`。',
            }
          : { en: 'A space is missing after the hyphen.', 'zh-CN': '短横线后面缺少空格。' },
      data: { key: error.word ?? '' },
      fix: /\s/.test(plan.text.charAt(error.start))
        ? { text: { en: 'Remove the blank', 'zh-CN': '删掉特殊空白' } }
        : { text: { en: 'Add the space', 'zh-CN': '加上空格' } },
    })),
};
