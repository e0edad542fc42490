/** Fewer than four of the six levers are covered. */
import { coverage, type LeverCoverage, type NotCounted } from '../coverage.ts';
import type { Fix, Related, Rule } from '../rule.ts';
import { optionsOf, type RuleSettings } from '../settings.ts';
import { addStrategies, fitting, strategyItem } from '../suggest.ts';
import type { Message, Text } from '../text.ts';
import { alternatives, leverTitle } from '../words.ts';

const reasons: Record<NotCounted, Text> = {
  cancelled: { en: 'it is cancelled', 'zh-CN': '已取消' },
  paused: { en: 'it is paused', 'zh-CN': '已暂停' },
  'no-owner': { en: 'it has no owner', 'zh-CN': '没有负责人' },
  unknown: { en: 'it is not in the catalog', 'zh-CN': '不在目录中' },
  'wrong-lever': { en: 'it belongs to another lever', 'zh-CN': '属于其他方法' },
  'no-title': { en: 'it has no title', 'zh-CN': '没有标题' },
  unreadable: { en: 'it cannot be read', 'zh-CN': '无法读取' },
};

/** The same for some of several strategies: one, a number of them, and all. */
const ofSeveral: Record<NotCounted, { one: Text; some: Text; all: Text }> = {
  cancelled: {
    one: { en: 'one is cancelled', 'zh-CN': '1 项已取消' },
    some: { en: '{n} are cancelled', 'zh-CN': '{n} 项已取消' },
    all: { en: 'all are cancelled', 'zh-CN': '全部已取消' },
  },
  paused: {
    one: { en: 'one is paused', 'zh-CN': '1 项已暂停' },
    some: { en: '{n} are paused', 'zh-CN': '{n} 项已暂停' },
    all: { en: 'all are paused', 'zh-CN': '全部已暂停' },
  },
  'no-owner': {
    one: { en: 'one has no owner', 'zh-CN': '1 项没有负责人' },
    some: { en: '{n} have no owner', 'zh-CN': '{n} 项没有负责人' },
    all: { en: 'none has an owner', 'zh-CN': '全部没有负责人' },
  },
  unknown: {
    one: { en: 'one is not in the catalog', 'zh-CN': '1 项不在目录中' },
    some: { en: '{n} are not in the catalog', 'zh-CN': '{n} 项不在目录中' },
    all: { en: 'none is in the catalog', 'zh-CN': '全部不在目录中' },
  },
  'wrong-lever': {
    one: { en: 'one belongs to another lever', 'zh-CN': '1 项属于其他方法' },
    some: { en: '{n} belong to another lever', 'zh-CN': '{n} 项属于其他方法' },
    all: { en: 'all belong to another lever', 'zh-CN': '全部属于其他方法' },
  },
  'no-title': {
    one: { en: 'one has no title', 'zh-CN': '1 项没有标题' },
    some: { en: '{n} have no title', 'zh-CN': '{n} 项没有标题' },
    all: { en: 'none has a title', 'zh-CN': '全部没有标题' },
  },
  unreadable: {
    one: { en: 'one cannot be read', 'zh-CN': '1 项无法读取' },
    some: { en: '{n} cannot be read', 'zh-CN': '{n} 项无法读取' },
    all: { en: 'none can be read', 'zh-CN': '全部无法读取' },
  },
};

/** At most this many of the strategies that are not counted are named one by one. */
const mostRelated = 20;

/** Why a lever with strategies is not covered: "Enablement has one strategy, but it is cancelled". */
function whyNot(lever: LeverCoverage, title: Text): Message | undefined {
  const counts = new Map<NotCounted, number>();
  for (const { notCounted } of lever.strategies)
    if (notCounted) counts.set(notCounted, (counts.get(notCounted) ?? 0) + 1);
  const [only] = counts;
  if (!only) return undefined;
  if (lever.strategies.length === 1) {
    return {
      text: { en: '{lever} has one strategy, but {reason}', 'zh-CN': '{lever}有一项策略，但{reason}' },
      data: { lever: title, reason: reasons[only[0]] },
    };
  }
  return {
    text: { en: '{lever} has {n} strategies, but {reasons}', 'zh-CN': '{lever}有 {n} 项策略，但未计入：{reasons}' },
    data: {
      lever: title,
      n: lever.strategies.length,
      reasons: [...counts].map(([reason, n]) => {
        const words = ofSeveral[reason];
        return { text: n === lever.strategies.length ? words.all : n === 1 ? words.one : words.some, data: { n } };
      }),
    },
  };
}

/** Sentences one behind the other, in the style of a list. */
function listed(parts: readonly Message[]): Message | '' {
  const [first, ...rest] = parts;
  if (!first) return '';
  if (rest.length === 0) return first;
  return { text: { en: '{first}; {rest}', 'zh-CN': '{first}；{rest}' }, data: { first, rest: listed(rest) } };
}

/** The least number of levers that a plan should cover, as it is set: for everything that speaks of "enough". */
export function minimumLevers(settings: RuleSettings): number {
  return optionsOf(rule, settings).minimumLevers;
}

export const rule: Rule<'minimumLevers'> = {
  code: 'coverage-below-four',
  severity: 'warning',
  summary: { en: 'Fewer than four of the six levers are covered.', 'zh-CN': '启用的 LEVERS 不足四个。' },
  doc: {
    why: {
      en: 'People change when several influences pull together. Research cited by Salesforce found change more likely to succeed when four or more levers are used; the study behind it compared four or more sources of influence with a single one (Grenny, Maxfield and Shimberg, “How to Have Influence”, MIT Sloan Management Review, 2008). A lever is covered when it has at least one strategy that belongs there, is neither paused nor cancelled, and has a real owner.',
      'zh-CN':
        '多种影响同时起作用，人们才会改变。Salesforce 引用的研究发现，启用四个或更多 LEVERS 时变更更有可能成功；其依据的研究把四种及以上影响来源与单一来源作了比较（Grenny、Maxfield 与 Shimberg，“How to Have Influence”，MIT Sloan Management Review，2008）。某个方法下至少有一项策略属于它、未暂停或取消，并且有明确的负责人，才算已覆盖。',
    },
    fix: {
      en: 'Add a strategy to a lever that is missing; the quick fix picks those that fit the plan best. Or give the strategies that are not counted what they lack.',
      'zh-CN': '为缺少的方法增加策略，快速修复会选出最适合本计划的策略。也可以补全未计入的策略所缺的内容。',
    },
    allow: {
      en: 'A very small change may need fewer levers, and a plan for one phase may leave some to a sister plan.',
      'zh-CN': '很小的变更可以少用几个；只覆盖一个阶段的计划，也可以把部分方法留给另一份计划。',
    },
  },
  options: {
    minimumLevers: {
      default: 4,
      minimum: 1,
      maximum: 6,
      integer: true,
      text: {
        en: 'How many of the six levers a plan should cover. The source says “four or more”. Other rules that speak of enough levers follow it.',
        'zh-CN': '一份计划应启用六个 LEVERS 中的几个。来源资料的说法是“4 个或更多”。其他涉及启用数量的规则也以此为准。',
      },
    },
  },
  *check(plan, { catalog }, { minimumLevers }) {
    const pair = plan.leversPair;
    if (!pair || pair.value.node.kind === 'broken' || pair.value.node.kind === 'list') return;
    if (pair.value.node.kind === 'scalar' && pair.value.node.value !== null) return;
    const { levers, covered, missing } = coverage(plan, catalog);
    if (covered.length >= minimumLevers) return;
    const title = (lever: (typeof missing)[number]) => leverTitle(lever, catalog);
    const uncounted = levers.filter((lever) => !lever.covered);
    const why = uncounted.flatMap((lever) => whyNot(lever, title(lever.lever)) ?? []);
    const related: Related[] = uncounted.flatMap((lever) =>
      lever.strategies.flatMap(({ strategy, notCounted }) =>
        notCounted
          ? [
              {
                span: strategy.place,
                message: {
                  text: { en: 'Not counted for {lever}: {reason}.', 'zh-CN': '未计入{lever}：{reason}。' },
                  data: { lever: title(lever.lever), reason: reasons[notCounted] },
                },
              },
            ]
          : [],
      ),
    );
    const needed = minimumLevers - covered.length;
    yield {
      span: pair.key,
      text: {
        en:
          covered.length === 0
            ? 'None of the 6 levers is covered yet. Add strategies to at least {needed} of {missing}.{why}'
            : 'Only {n} of 6 levers {are} covered ({covered}). Add at least {needed} of {missing}.{why}',
        'zh-CN':
          covered.length === 0
            ? '6 个 LEVERS 都还没有启用。请在{missing}中至少启用 {needed} 个。{why}'
            : '仅启用了 6 个 LEVERS 中的 {n} 个（{covered}）。请在{missing}中至少再启用 {needed} 个。{why}',
      },
      data: {
        n: covered.length,
        are: covered.length === 1 ? 'is' : 'are',
        covered: covered.map(title),
        needed: needed === 1 ? { en: 'one', 'zh-CN': '1' } : needed,
        missing: alternatives(missing.map(title)),
        why: why.length
          ? {
              text: { en: ' Not counted: {list}.', 'zh-CN': '未计入的原因：{list}。' },
              data: { list: listed(why) },
            }
          : '',
      },
      related: related.slice(0, mostRelated),
      fixes: () =>
        missing.flatMap((lever): Fix[] => {
          // Rewards are used in moderation: one is enough for a start ([L76]).
          const best = fitting(plan, lever, catalog).slice(0, lever === 'rewards' ? 1 : 2);
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
