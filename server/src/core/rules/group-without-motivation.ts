/** A group with high impact that learns how, and is given no reason to choose it. */

import { coverage } from '../analysis/coverage.ts';
import { choosing, isForAnyone, knowAndChoose } from '../analysis/knowAndChoose.ts';
import { groupName, groupsReached } from '../analysis/reach.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Strategy } from '../model/plan.ts';
import type { Span } from '../text/span.ts';
import { unanswered } from './resistance-unaddressed.ts';

const suits = (strategy: Strategy) => choosing.includes(strategy.lever.id);

export const rule: Rule = {
  code: 'group-without-motivation',
  severity: 'info',
  summary: {
    en: 'No strategy of Leadership, Ecosystem or Values names a group with high impact.',
    'zh-CN': '影响程度为高的群体没有出现在“领导力”“生态系统”或“价值观”的任何策略中。',
  },
  doc: {
    why: {
      en: 'The source says of each behavior “I know how to” and “I choose to”. Training, rewards and new processes make people able, and leave open why they should want to. That comes from leaders, from the people around them, and from what they value.',
      'zh-CN':
        '来源资料对每种行为都说两句话：“我知道怎么做”和“我选择做”。培训、奖励和新流程让人有能力去做，却没有回答为什么要做。意愿来自领导者、身边的人，以及自己重视的东西。',
    },
    fix: {
      en: 'Add the group to the `audience` of a strategy under Leadership, Ecosystem or Values that answers its concerns.',
      'zh-CN': '请把该群体加入“领导力”“生态系统”或“价值观”下某项策略的 `audience`，由这项策略回应他们的顾虑。',
    },
    allow: {
      en: 'When the group asked for the change itself.',
      'zh-CN': '变更就是该群体自己提出来的时候。',
    },
  },
  *check(plan, { catalog }) {
    const reached = groupsReached(plan);
    // Without any of the three a plan covers fewer than four levers, and the rule about those speaks.
    if (!reached || !coverage(plan, catalog).covered.some((lever) => choosing.includes(lever))) return;
    if (isForAnyone(plan, suits)) return;
    for (const { id, group, choose } of knowAndChoose(plan, catalog) ?? []) {
      if (group.word('impact')?.value !== 'high' || choose.length > 0 || !reached.has(id)) continue;
      if (unanswered(plan, catalog).has(id)) continue;
      yield {
        span: group.word('id')?.span as Span,
        text: {
          en: '“{name}” has high impact, and no strategy under Leadership, Ecosystem or Values gives this group a reason to choose the new way. Add {id} to one.',
          'zh-CN':
            '“{name}”的影响程度为高，但“领导力”“生态系统”和“价值观”下没有一项策略让他们有理由选择新做法。请把 {id} 加入其中一项。',
        },
        data: { name: groupName(group), id: quoted(id) },
        fixes: () => offersToAdd(plan, id, catalog, suits),
      };
    }
  },
};
