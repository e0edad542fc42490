/** A key that may not stand where it does: a reason for leaving a lever out beside strategies for it, levers in a catalog. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { quoted } from '../i18n/phrases.ts';
import { violations } from '../model/formatCheck.ts';

export const rule: FormatRule = {
  code: 'excluded-key',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A key contradicts what stands beside it: a lever has strategies and also a reason why it is not used.',
    'zh-CN': '某个字段与旁边的内容矛盾：LEVERS 方法下既有策略，又写了不启用的理由。',
  },
  doc: {
    why: {
      en: '`notUsed` tells reviewers that a lever is left out on purpose. Beside strategies it contradicts them. In the same way a team’s catalog cannot have `levers`: the six are the same everywhere.',
      'zh-CN':
        '`notUsed` 告诉审阅者这个 LEVERS 方法是有意不用的。与策略并存就自相矛盾。同样，团队的目录不能有 `levers`：六个 LEVERS 在任何地方都一样。',
    },
    fix: {
      en: 'Remove `notUsed`, or remove the strategies. In a catalog, remove `levers`.',
      'zh-CN': '删去 `notUsed`，或删去策略。在目录中请删去 `levers`。',
    },
  },
  *check(plan) {
    for (const { kind, key, span, shape } of violations(plan)) {
      if (kind !== 'excluded-key') continue;
      if (shape.banned) {
        yield {
          span,
          text: { en: '{key} does not belong here. {why}', 'zh-CN': '{key} 不能写在这里。{why}' },
          data: { key: quoted(key ?? ''), why: shape.description ?? '' },
        };
        continue;
      }
      yield {
        span,
        text: {
          en: '{key} says that this lever is left out, but there are strategies under it. Keep one of the two.',
          'zh-CN': '{key} 表示不启用这个 LEVERS 方法，但下面又有策略。两者只能留一个。',
        },
        data: { key: quoted(key ?? '') },
      };
    }
  },
};
