/** A group with high impact that learns nothing before its go-live. */

import { coverage, minimumLevers } from '../analysis/coverage.ts';
import { isForAnyone, type KnowAndChoose, knowAndChoose } from '../analysis/knowAndChoose.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { groupName, groupsReached } from '../analysis/reach.ts';
import type { Finding, Rule } from '../diagnostics/rule.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { Span } from '../text/span.ts';
import { lateTraining } from './training-only-after-go-live.ts';

const suits = (strategy: Strategy) => strategy.lever.id === 'enablement';

function finding(plan: Plan, { id, group, goLive, late }: KnowAndChoose, catalog: Catalog): Finding {
  const [first] = late;
  return {
    span: group.word('id')?.span as Span,
    text: first
      ? {
          en: '“{name}” has high impact and goes live on {goLive}, but learns nothing before: “{first}” begins on {from}. Let these people practice earlier.',
          'zh-CN':
            '“{name}”的影响程度为高，将于 {goLive} 上线，但在此之前没有任何学习：“{first}”从 {from} 才开始。请让他们提前练习。',
        }
      : {
          en: '“{name}” has high impact, and nothing under Enablement and no training is for this group. Add {id} to a strategy from which it learns how.',
          'zh-CN':
            '“{name}”的影响程度为高，但“赋能”下没有面向他们的策略，也没有培训。请把 {id} 加入一项能让他们学会的策略。',
        },
    data: {
      name: groupName(group),
      id: quoted(id),
      goLive: goLive ?? '',
      first: first ? strategyTitle(first.strategy, catalog) : '',
      from: first?.from ?? '',
    },
    fixes: () =>
      offersToAdd(plan, id, catalog, (strategy) => {
        const start = strategy.date('start');
        return suits(strategy) && (goLive === undefined || start === undefined || start < goLive);
      }),
  };
}

export const rule: Rule = {
  code: 'group-without-enablement',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'A group with high impact learns nothing before its go-live.',
    'zh-CN': '影响程度为高的群体在上线之前没有任何学习。',
  },
  doc: {
    why: {
      en: 'The source says of each behavior “I know how to” first, and calls training essential, for AI even more. Who is hit hardest and has to use what is new on day one needs to have practiced it before. Each group has its own go-live where a milestone of kind `go-live` names it.',
      'zh-CN':
        '来源资料对每种行为首先说的是“我知道怎么做”，并指出培训至关重要，对 AI 更是如此。受影响最大的人，第一天就要使用新事物，必须事先练习。若有 `go-live` 里程碑写明某个群体，则以该群体自己的上线日期为准。',
    },
    fix: {
      en: 'Add the group to the `audience` of an Enablement strategy, or plan an activity of kind `learning` for it, that begins before the group’s go-live.',
      'zh-CN': '请把该群体加入一项“赋能”策略的 `audience`，或为其安排一项 `learning` 类活动，并在该群体上线之前开始。',
    },
    allow: {
      en: 'When these people know how already, or learn it under another plan. Where Enablement is left out with a reason (`notUsed`), this rule is silent.',
      'zh-CN': '这些人已经会用，或在另一份计划中学习时。“赋能”已写明不启用的理由（`notUsed`）时，不再提示。',
    },
  },
  *check(plan, { catalog, settings }) {
    const reached = groupsReached(plan);
    const { levers, covered } = coverage(plan, catalog);
    const enablement = levers.find(({ lever }) => lever === 'enablement');
    if (!reached || enablement?.notUsed) return;
    // In a draft levers are added one by one: that some are missing is said first.
    if (plan.status === 'draft' && !enablement?.covered && covered.length < minimumLevers(settings)) return;
    if (isForAnyone(plan, suits)) return;
    // All training is late: that is said once.
    const allLate = lateTraining(plan, catalog) !== undefined;
    for (const found of knowAndChoose(plan, catalog) ?? []) {
      const { id, group, know, late } = found;
      if (group.word('impact')?.value !== 'high' || know.length > 0 || !reached.has(id)) continue;
      if (!(allLate && late.length > 0)) yield finding(plan, found, catalog);
    }
  },
};
