/** The same key twice in one place. */
import type { FormatRule } from '../rule.ts';
import { quoted } from '../words.ts';

export const rule: FormatRule = {
  code: 'repeated-key',
  severity: 'error',
  structural: true,
  summary: { en: 'The same key stands twice in one place.', 'zh-CN': '同一处出现了两个相同的键。' },
  doc: {
    why: {
      en: 'Only one of the two can count. Other programs take the last one, people read the first: one of the values would be lost without a word.',
      'zh-CN': '两个键只能有一个生效。其他程序取最后一个，人读的是第一个：其中一个值会不声不响地丢失。',
    },
    fix: {
      en: 'Delete one of them, or move what stands under the second to the first.',
      'zh-CN': '删去其中一个，或把第二个下面的内容移到第一个下面。',
    },
    allow: { en: 'Never.', 'zh-CN': '不应允许。' },
  },
  *check(plan) {
    for (const fault of plan.faults) {
      if (fault.reason !== 'repeated-key') continue;
      yield {
        span: fault,
        text: {
          en: '{key} stands here for the second time; only the first one counts.',
          'zh-CN': '{key} 在这里重复出现，只有第一个生效。',
        },
        data: { key: quoted(fault.word ?? '') },
        ...(fault.first && {
          related: [{ span: fault.first, message: { text: { en: 'The first one.', 'zh-CN': '第一个在这里。' } } }],
        }),
      };
    }
  },
};
