/** A group whose work changes a great deal, and that no strategy reaches. */

import { groupName, groups, groupsReached, reach } from '../analysis/reach.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Span } from '../text/span.ts';

/** At most this many strategies that do not count are shown. */
const mostRelated = 20;

export const rule: Rule = {
  code: 'high-impact-group-uncovered',
  severity: 'warning',
  summary: {
    en: 'A group with high impact is in the audience of no strategy.',
    'zh-CN': '影响程度为高的群体不在任何策略的受众中。',
  },
  doc: {
    why: {
      en: 'The source asks to find out who is affected, to tailor engagement to each group, and to look at the effects on other departments. What no strategy reaches is left to chance.',
      'zh-CN':
        '来源资料要求弄清谁受影响，为各个群体量身定制参与策略，并考虑对其他部门的影响。没有策略顾及的群体，只能听天由命。',
    },
    fix: {
      en: 'Add the group to the `audience` of a strategy or of one of its activities. The quick fix offers strategies of the levers with the fewest audiences first.',
      'zh-CN': '把这个群体加入某项策略或其活动的 `audience`。快速修复优先列出受众最少的 LEVERS 方法下的策略。',
    },
    allow: {
      en: 'When the impact is rated too high, change it instead: “high” is for groups whose daily work changes a lot.',
      'zh-CN': '如果是影响程度评得过高，请改评级：“高”只用于日常工作变化很大的群体。',
    },
  },
  *check(plan, { catalog }) {
    const reached = groupsReached(plan);
    if (!reached) return;
    for (const [id, group] of groups(plan)) {
      if (group.word('impact')?.value !== 'high' || reached.has(id)) continue;
      const resting = (reach(plan).get(id) ?? []).filter((strategy) => !strategy.cancelled);
      yield {
        span: group.word('id')?.span as Span,
        text: resting.length
          ? {
              en: '“{name}” has high impact, but the strategies for this group are paused. Add {id} to the audience of another one.',
              'zh-CN': '“{name}”的影响程度为高，但面向该群体的策略都已暂停。请把 {id} 加入另一项策略的受众。',
            }
          : {
              en: '“{name}” has high impact, but no strategy reaches this group. Add {id} to the audience of one.',
              'zh-CN': '“{name}”的影响程度为高，却没有任何策略面向该群体。请把 {id} 加入某项策略的受众。',
            },
        data: { name: groupName(group), id: quoted(id) },
        related: resting.slice(0, mostRelated).map((strategy) => ({
          span: strategy.place,
          message: {
            text: {
              en: 'This strategy is for the group, but it is paused.',
              'zh-CN': '这项策略面向该群体，但已暂停。',
            },
          },
        })),
        fixes: () => offersToAdd(plan, id, catalog),
      };
    }
  },
};
