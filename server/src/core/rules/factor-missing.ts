/** One of the three kinds of influence is left out. */
import { coverage, minimumLevers } from '../analysis/coverage.ts';
import { leverInText } from '../analysis/labels.ts';
import { unusedLevers } from '../analysis/unused.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import { addressing } from '../fixes/suggest.ts';
import type { Text } from '../i18n/message.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';

/** So many covered levers can still leave out a pair; with fewer, gaps are what `coverage-below-four` is about. */
const four = 4;

/** At most so many strategies of each lever are offered. */
const mostOffered = 2;

const factors: readonly { id: 'social' | 'personal' | 'structural'; acts: Text }[] = [
  {
    id: 'social',
    acts: { en: 'what people see in leaders and those around them', 'zh-CN': '领导者和周围人的影响' },
  },
  { id: 'personal', acts: { en: 'what people want and can do themselves', 'zh-CN': '个人的意愿和能力' } },
  { id: 'structural', acts: { en: 'incentives, rules and processes', 'zh-CN': '激励、规则和流程' } },
];

export const rule: Rule = {
  code: 'factor-missing',
  severity: 'info',
  summary: {
    en: 'Of the personal, social and structural factors one has no lever.',
    'zh-CN': '个人、社会、结构三类因素中有一类没有启用任何 LEVERS。',
  },
  doc: {
    why: {
      en: 'The source names three kinds of factors that shape what people do: personal (beliefs, abilities), social (peers, leaders) and structural (policies, incentives). Salesforce Trailhead teaches the levers two by two along them: Leadership and Ecosystem, Values and Enablement, Rewards and Structure. Four levers can still leave out a pair.',
      'zh-CN':
        '来源资料指出影响行为的三类因素：个人因素（信念、能力）、社会因素（同行、领导）和结构性因素（政策、激励）。Salesforce Trailhead 也按此两两讲解：领导力与生态系统、价值观与赋能、奖励与结构。启用了四个 LEVERS，仍可能漏掉一对。',
    },
    fix: {
      en: 'Add a strategy to either lever of the pair that is missing.',
      'zh-CN': '为缺少的一对 LEVERS 中的任意一个增加一项策略。',
    },
    allow: {
      en: 'When one of the strategies in use also works that way: single strategies often do.',
      'zh-CN': '已采用的某项策略同时也起这种作用时；单项策略常常如此。',
    },
  },
  *check(plan, context) {
    const { catalog, settings } = context;
    const levers = plan.leversPair;
    const enough = Math.max(four, minimumLevers(settings));
    if (!levers || coverage(plan, catalog).covered.length < enough) return;
    const unused = new Set(unusedLevers(plan, catalog).map(({ lever }) => lever));
    for (const { id, acts } of factors) {
      const pair = leverIds.filter((lever) => catalog.lever(lever).factor === id);
      if (!pair.every((lever) => unused.has(lever))) continue;
      const [one, other] = pair as [LeverId, LeverId];
      yield {
        span: levers.key,
        text: {
          en: 'Nothing works on {acts}: neither {one} nor {other} is covered. Add a strategy to one of them.',
          'zh-CN': '没有针对{acts}的策略：{one}和{other}都没有启用。请至少为其中一个增加一项策略。',
        },
        data: { acts, one: leverInText(one, catalog), other: leverInText(other, catalog) },
        fixes: () =>
          pair.flatMap((lever) =>
            addressing(plan, lever, catalog)
              .slice(0, mostOffered)
              .flatMap((strategy): Fix[] => {
                const edits = addWholeStrategy(plan, strategy, context);
                if (!edits) return [];
                const text = { en: 'Add to {lever}: {strategies}', 'zh-CN': '为{lever}增加：{strategies}' };
                return [
                  { title: { text, data: { lever: leverInText(lever, catalog), strategies: strategy.title } }, edits },
                ];
              }),
          ),
      };
    }
  },
};
