/** A group that is against the change, and nothing in the plan that answers it. */

import { notCounted } from '../analysis/coverage.ts';
import { choosing } from '../analysis/knowAndChoose.ts';
import { groupName, groups, meant, namedGroups, reach } from '../analysis/reach.ts';
import type { Context, Fix, Related, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { offersToAdd } from '../fixes/audience.ts';
import { addRisks, concerned, riskTitles } from '../fixes/risks.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { everyone } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';

/** At most this many strategies that do not count are shown. */
const mostRelated = 20;

/** Whether the group is resistant, or skeptical with high impact, as far as that is known. */
function against(plan: Plan, group: Entry): boolean {
  const attitude = group.word('attitude')?.value;
  if (attitude === 'resistant') return true;
  return (
    attitude === 'skeptical' &&
    group.word('impact')?.value === 'high' &&
    !isIncomplete(plan, group) &&
    !isUncertain(group, 'impact', shapes.stakeholder)
  );
}

function riskFix(plan: Plan, id: string, group: Entry, context: Context): Fix[] {
  const titles = riskTitles[writingLocale(plan, context.locale)];
  const title = group.words('concerns')[0]?.value ?? titles.resistance;
  const edits = addRisks(plan, context.today, [
    { id: `resistance-${id}`, title, kind: 'resistance', stakeholders: [id] },
  ]);
  if (!edits) return [];
  return [
    {
      title: {
        text: { en: 'Add a resistance risk for {id}', 'zh-CN': '为 {id} 增加一项阻力风险' },
        data: { id: quoted(id) },
      },
      edits,
    },
  ];
}

/** Whether a strategy counts, and is where people are heard and given reasons. */
function answers(strategy: Strategy, catalog: Catalog): boolean {
  return choosing.includes(strategy.lever.id) && !notCounted(strategy, catalog);
}

/** The groups that are against the change and that nothing answers, by their ids; none where that cannot be told. */
export const unanswered = ofPlan((plan, catalog: Catalog): ReadonlyMap<string, Entry> => {
  const suspects = [...groups(plan)].filter(([, group]) => against(plan, group));
  if (suspects.length === 0 || !listKnown(plan, 'risks', ['kind', 'stakeholders'])) return new Map();
  const counts = (strategy: Strategy) => answers(strategy, catalog);
  const named = namedGroups(plan, counts);
  // Where none of these strategies names anyone, each of them is asked for its audience first.
  if (!named || (named.size === 0 && plan.strategies.some(counts))) return new Map();
  const resisting = plan.list('risks').filter((risk) => risk.word('kind')?.value === 'resistance');
  const listed = meant(plan, resisting.flatMap(concerned));
  if (!listed || listed.has(everyone)) return new Map();
  return new Map(suspects.filter(([id]) => !named.has(id) && !listed.has(id)));
});

export const rule: Rule = {
  code: 'resistance-unaddressed',
  severity: 'warning',
  summary: {
    en: 'A group is against the change, and nothing in the plan answers it.',
    'zh-CN': '有群体抵触变更，而计划没有任何回应。',
  },
  doc: {
    why: {
      en: 'The source calls resistance a common challenge, most of all in large AI rollouts, and says that involving people early wins their support. Prosci finds that the first reason for resistance is not knowing why the change is made. So a group that resists should be heard and given reasons: by leaders, by its own colleagues and partners, or through what it values.',
      'zh-CN':
        '来源资料指出，阻力是常见挑战，在大型 AI 项目中尤其常见；而尽早让人们参与，可以赢得支持。Prosci 的研究发现，阻力的首要原因是不知道为什么要变更。因此，对抵触的群体，要倾听并说明理由：由领导者来说，由身边的同事和伙伴来说，或从他们重视的事情说起。',
    },
    fix: {
      en: 'Name the group in a strategy under Leadership, Ecosystem or Values (`all` is not enough), or write a risk of kind `resistance` that lists it.',
      'zh-CN':
        '在“领导力”“生态系统”或“价值观”下的某项策略中写明这个群体（只写 `all` 不够），或写一项列出它的阻力风险（`resistance`）。',
    },
    allow: {
      en: 'Attitude is a judgment about people and may be sensitive in a shared file: write it for groups only, never for persons, or leave it out.',
      'zh-CN': '态度是对人的判断，在共享文件里可能比较敏感：只针对群体填写，不要针对个人，也可以不写。',
    },
  },
  *check(plan, context) {
    const { catalog } = context;
    for (const [id, group] of unanswered(plan, catalog)) {
      const attitude = group.word('attitude');
      if (!attitude) continue;
      const others = (reach(plan).get(id) ?? []).filter(
        (strategy) => choosing.includes(strategy.lever.id) && notCounted(strategy, catalog),
      );
      yield {
        span: attitude.span,
        text:
          attitude.value === 'resistant'
            ? {
                en: '“{name}” is resistant, and no strategy under Leadership, Ecosystem or Values names this group. Add it to one, or write a resistance risk.',
                'zh-CN':
                  '“{name}”持抵触态度，但“领导力”“生态系统”和“价值观”下没有一项策略写明该群体。请加入其中一项，或写一项阻力风险。',
              }
            : {
                en: '“{name}” is skeptical and has high impact, and no strategy under Leadership, Ecosystem or Values names this group. Add it to one, or write a resistance risk.',
                'zh-CN':
                  '“{name}”心存怀疑且影响程度为高，但“领导力”“生态系统”和“价值观”下没有一项策略写明该群体。请加入其中一项，或写一项阻力风险。',
              },
        data: { name: groupName(group) },
        related: others.slice(0, mostRelated).map(
          (strategy): Related => ({
            span: strategy.place,
            message: {
              text: {
                en: 'This strategy names the group, but it does not count.',
                'zh-CN': '这项策略写明了该群体，但未计入。',
              },
            },
          }),
        ),
        fixes: () => [
          ...offersToAdd(plan, id, catalog, (strategy) => answers(strategy, catalog)),
          ...riskFix(plan, id, group, context),
        ],
      };
    }
  },
};
