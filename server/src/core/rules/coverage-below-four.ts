/** Fewer than four of the six levers are covered. */

import { advice, coverageMessage, notCountedWords } from '../analysis/coach.ts';
import { coverage, coverageOptions, coverageRule } from '../analysis/coverage.ts';
import { leverInText, strategyTitle } from '../analysis/labels.ts';
import type { Fix, Related, Rule } from '../diagnostics/rule.ts';
import { setPair, written } from '../edits/yamlEdit.ts';
import { addressing, addStrategies, likelyOwner, strategyItem } from '../fixes/suggest.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';

/** The change that makes a strategy count that only lacks an owner. */
function giveOwner(plan: Plan, strategy: Strategy, catalog: Catalog): Fix | undefined {
  const name = likelyOwner(plan);
  if (name === undefined) return undefined;
  return {
    title: {
      text: { en: 'Let {name} own “{title}”', 'zh-CN': '由 {name} 负责“{title}”' },
      data: { name, title: strategyTitle(strategy, catalog) },
    },
    edits: [setPair(plan, strategy.at, 'owner', written(name), 'use')],
  };
}

/** At most this many of the strategies that are not counted are named one by one. */
const mostRelated = 20;

export const rule: Rule<'minimumLevers'> = {
  code: coverageRule,
  severity: 'warning',
  summary: { en: 'Fewer than four of the six levers are covered.', 'zh-CN': '启用的 LEVERS 不足四个。' },
  doc: {
    why: {
      en: 'People change when several influences pull together. Research cited by Salesforce found change more likely to succeed when four or more levers are used; the study that it seems to rest on compared four or more sources of influence with a single one (Grenny, Maxfield and Shimberg, “How to Have Influence”, MIT Sloan Management Review, 2008). It did not compare four with three, it counted six sources of influence rather than these levers, and it rests on what people reported to authors who teach the model. Four is the source’s recommendation, not a threshold that was measured. A lever is covered when it has at least one strategy that belongs there, is neither paused nor cancelled, and has a real owner.',
      'zh-CN':
        '多种影响同时起作用，人们才会改变。Salesforce 引用的研究发现，启用四个或更多 LEVERS 时变更更有可能成功；其依据的研究似乎是 Grenny、Maxfield 与 Shimberg 的“How to Have Influence”（MIT Sloan Management Review，2008）：比较的是四种及以上影响来源与单一来源，没有比较四种与三种；计数的是六种影响来源，而不是这六个 LEVERS；数据来自当事人的自述，作者本身讲授这一模型。“四个”是来源资料的建议，不是测得的界限。某个 LEVERS 方法下至少有一项策略属于它、未暂停或取消，并且有明确的负责人，才算已启用。',
    },
    fix: {
      en: 'Add a strategy to a lever that is missing; the quick fix picks those that fit the plan best. Or give the strategies that are not counted what they lack.',
      'zh-CN': '为缺少的 LEVERS 增加策略，快速修复会选出最适合本计划的策略。也可以补全未计入的策略所缺的内容。',
    },
    allow: {
      en: 'A very small change may need fewer levers, and a plan for one phase may leave some to a sister plan.',
      'zh-CN': '很小的变更可以少用几个 LEVERS；只覆盖一个阶段的计划，也可以把一部分留给另一份计划。',
    },
  },
  options: coverageOptions,
  *check(plan, { catalog }, { minimumLevers }) {
    const pair = plan.leversPair;
    if (!pair || pair.value.node.kind === 'broken' || pair.value.node.kind === 'list') return;
    if (pair.value.node.kind === 'scalar' && pair.value.node.value !== null) return;
    const found = coverage(plan, catalog);
    const { levers, covered } = found;
    // What cannot be read may cover a lever, and has a finding of its own.
    const unread = levers.filter((lever) => !lever.covered && lever.unread).length;
    if (covered.length + unread >= minimumLevers) return;
    const title = (lever: LeverId) => leverInText(lever, catalog);
    const uncounted = levers.filter((lever) => !lever.covered);
    const related: Related[] = uncounted.flatMap((lever) =>
      lever.strategies.flatMap(({ strategy, notCounted }) =>
        notCounted
          ? [
              {
                span: strategy.place,
                message: {
                  text: { en: 'Not counted for {lever}: {reason}.', 'zh-CN': '未计入{lever}：{reason}。' },
                  data: { lever: title(lever.lever), reason: notCountedWords[notCounted] },
                },
              },
            ]
          : [],
      ),
    );
    const { text, data } = coverageMessage(plan, catalog, minimumLevers);
    yield {
      span: pair.key,
      text,
      ...(data && { data }),
      related: related.slice(0, mostRelated),
      fixes: () =>
        advice(plan, found, catalog).flatMap(({ lever: { lever }, ownerless }): Fix[] => {
          const owned = ownerless && giveOwner(plan, ownerless, catalog);
          if (owned) return [owned];
          // Rewards are used in moderation: one is enough for a start (docs/domain.md 1.4).
          const best = addressing(plan, lever, catalog).slice(0, lever === 'rewards' ? 1 : 2);
          const edits = addStrategies(
            plan,
            lever,
            best.map((strategy) => strategyItem(plan, strategy)),
          );
          if (!edits || best.length === 0) return [];
          return [
            {
              title: {
                text: { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' },
                data: { lever: title(lever), strategies: best.map((strategy) => strategy.title) },
              },
              edits,
            },
          ];
        }),
    };
  },
};
