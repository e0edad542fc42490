/** A group with high impact that is in an audience only as one of all. */

import { groupName, groups, namedGroups } from '../analysis/reach.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { quoted } from '../i18n/phrases.ts';
import { everyone } from '../model/declaredIds.ts';
import type { Span } from '../text/span.ts';

export const rule: Rule = {
  code: 'group-only-in-all',
  severity: 'info',
  summary: {
    en: 'A group with high impact is in an audience only through `all`.',
    'zh-CN': '影响程度为高的群体只通过 `all` 出现在受众中。',
  },
  doc: {
    why: {
      en: 'The source asks to tailor engagement to each group. What is for everyone speaks to nobody in particular: people whose work changes most have questions that the others do not have.',
      'zh-CN':
        '来源资料要求为每个群体量身定制参与方式。面向所有人的策略并不针对任何人；工作变化最大的人，有别人没有的问题。',
    },
    fix: {
      en: 'Name the group in the `audience` of at least one strategy that is made for it, or of one of its activities.',
      'zh-CN': '请在至少一项为该群体设计的策略或其活动的 `audience` 中写明该群体。',
    },
    allow: {
      en: 'When everyone is affected in the same way.',
      'zh-CN': '所有人受到的影响都一样时。',
    },
  },
  *check(plan, { catalog }) {
    const all = groups(plan);
    // One group alone is everyone.
    const named = all.size > 1 ? namedGroups(plan, (strategy) => strategy.live) : undefined;
    if (!named?.has(everyone)) return;
    for (const [id, group] of all) {
      if (group.word('impact')?.value !== 'high' || named.has(id)) continue;
      yield {
        span: group.word('id')?.span as Span,
        text: {
          en: '“{name}” has high impact, and every strategy that reaches this group is for `all`. Name {id} in one that is made for it.',
          'zh-CN': '“{name}”的影响程度为高，但触及该群体的策略都面向 `all`。请在一项为其设计的策略中写明 {id}。',
        },
        data: { name: groupName(group), id: quoted(id) },
        fixes: () => offersToAdd(plan, id, catalog),
      };
    }
  },
};
