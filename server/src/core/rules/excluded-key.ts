/** Two keys that exclude each other: reasons for leaving a lever out, and strategies for it. */
import type { Rule } from '../rule.ts';
import { violations } from '../schema.ts';
import { quoted } from '../words.ts';

export const rule: Rule = {
  code: 'excluded-key',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A lever has strategies and also a reason why it is not used.',
    'zh-CN': '某个方法既有策略，又写了不采用的理由。',
  },
  doc: {
    why: {
      en: '`notUsed` tells reviewers that a lever is left out on purpose. Beside strategies it contradicts them.',
      'zh-CN': '`notUsed` 告诉审阅者这个方法是有意不用的。与策略并存就自相矛盾。',
    },
    fix: { en: 'Remove `notUsed`, or remove the strategies.', 'zh-CN': '删去 `notUsed`，或删去策略。' },
  },
  *check(plan) {
    for (const { kind, key, span } of violations(plan)) {
      if (kind !== 'excluded-key') continue;
      yield {
        span,
        text: {
          en: '{key} says that this lever is left out, but there are strategies under it. Keep one of the two.',
          'zh-CN': '{key} 表示不采用这个方法，但下面又有策略。两者只能留一个。',
        },
        data: { key: quoted(key ?? '') },
      };
    }
  },
};
