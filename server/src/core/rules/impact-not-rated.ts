/** A plan that rates the impact on none of its groups. */

import { absent } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { complete } from '../model/declaredIds.ts';
import { shapes } from '../schema/schema.ts';
import { pairOf } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'impact-not-rated',
  severity: 'info',
  eases: true,
  summary: {
    en: 'No group of the plan has an impact.',
    'zh-CN': '计划中没有一个群体写明影响程度。',
  },
  doc: {
    why: {
      en: 'The impact says for whom the work changes most. The checks that ask whether such a group is reached, trained and won over need it: without any `impact` they find nothing, and the plan looks better than it is. The ACMP Standard asks for an assessment of the impact on each group (5.1.6).',
      'zh-CN':
        '影响程度说明谁的工作变化最大。检查这些群体是否已被触及、是否得到培训、是否愿意参与，都要以此为依据：全都不写 `impact`，这些检查就发现不了任何问题，计划会显得比实际更好。ACMP 标准（5.1.6）也要求评估变更对每个群体的影响。',
    },
    fix: {
      en: 'Write `impact: none`, `low`, `medium` or `high` for each group. Keep `high` for the few groups whose daily work becomes another.',
      'zh-CN':
        '请为每个群体写上 `impact`：`none`、`low`、`medium` 或 `high`。只有日常工作真正改变的少数群体才写 `high`。',
    },
    allow: {
      en: 'When the impact is still being assessed and a later revision will say it.',
      'zh-CN': '影响评估仍在进行，将在后续版本中写明时。',
    },
  },
  *check(plan) {
    const section = pairOf(plan.root, 'stakeholders');
    const groups = plan.list('stakeholders');
    if (!section || groups.length === 0 || !complete(plan, 'stakeholders', () => true)) return;
    if (!groups.every((group) => absent(plan, group, 'impact', shapes.stakeholder))) return;
    yield {
      span: section.key,
      text: {
        en: 'No group has an `impact`, so nothing tells for whom the work changes most. Rate each: `none`, `low`, `medium` or `high`.',
        'zh-CN':
          '没有一个群体写明影响程度（`impact`），看不出谁的工作变化最大。请为每个群体评级：`none`、`low`、`medium` 或 `high`。',
      },
    };
  },
};
