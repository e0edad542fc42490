/** Coverage coach: ranks the missing levers by evidence in the plan, and words the advice. */

import type { Message, Text } from '../i18n/message.ts';
import { alternatives } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entry } from '../model/entry.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import type { LeverId, StakeholderAttitude } from '../schema/format.gen.ts';
import { type Coverage, coverage, type LeverCoverage, type NotCounted } from './coverage.ts';
import { leverInText, strategyTitle } from './labels.ts';
import { groupName, groupsReached } from './reach.ts';

/** A reason for a lever, and how much it weighs against others. */
interface Reason {
  readonly lever: LeverId;
  readonly weight: number;
  readonly because: Message;
}

/** A lever that is missing, and what in the plan speaks for it. */
export interface Advice {
  readonly lever: LeverCoverage;
  readonly because?: Message;
  /** A strategy of this lever that would count if someone owned it. */
  readonly ownerless?: Strategy;
}

const attitudes: Partial<Record<StakeholderAttitude, Text>> = {
  resistant: { en: 'resistant', 'zh-CN': '有抵触情绪' },
  skeptical: { en: 'skeptical', 'zh-CN': '持怀疑态度' },
};

/** What the two levers of a pair work on together (docs/domain.md 1.2). */
const factors: Record<'social' | 'personal' | 'structural', Text> = {
  social: {
    en: 'nothing works on leaders and relations between people yet',
    'zh-CN': '目前还没有从领导者和人际关系入手的工作',
  },
  personal: {
    en: 'nothing works on what people want and are able to do yet',
    'zh-CN': '目前还没有从个人意愿和能力入手的工作',
  },
  structural: {
    en: 'nothing works on processes, systems and incentives yet',
    'zh-CN': '目前还没有从流程、系统和激励入手的工作',
  },
};

/** What of a group's work changes, and the lever that helps with it (docs/domain.md 1.2). */
const aspects: Record<string, { lever: LeverId; because: Text }> = {
  tools: { lever: 'enablement', because: { en: '“{group}” gets new tools', 'zh-CN': '“{group}”要使用新工具' } },
  'job-roles': {
    lever: 'enablement',
    because: { en: 'the roles of “{group}” change', 'zh-CN': '“{group}”的岗位会改变' },
  },
  behaviors: {
    lever: 'enablement',
    because: { en: '“{group}” is to work in a new way', 'zh-CN': '“{group}”的工作方式会改变' },
  },
  mindset: {
    lever: 'values',
    because: { en: '“{group}” is to think in a new way', 'zh-CN': '“{group}”的观念要改变' },
  },
  processes: {
    lever: 'structure',
    because: { en: 'the processes of “{group}” change', 'zh-CN': '“{group}”的流程会改变' },
  },
  systems: {
    lever: 'structure',
    because: { en: 'the systems of “{group}” change', 'zh-CN': '“{group}”使用的系统会改变' },
  },
  reporting: {
    lever: 'structure',
    because: { en: 'who “{group}” reports to changes', 'zh-CN': '“{group}”的汇报关系会改变' },
  },
};

/** The lever that answers a kind of risk. */
const risks: Record<string, LeverId> = {
  resistance: 'leadership',
  barrier: 'structure',
  downtime: 'structure',
  data: 'structure',
  ethics: 'values',
  capacity: 'enablement',
};

/** Kinds of groups outside of the staff, whom relations reach first (the "people system": docs/domain.md 1.4). */
const outside: readonly string[] = ['customers', 'partners', 'suppliers', 'community'];

function heavy(group: Entry): number {
  const impact = group.word('impact')?.value;
  return impact === 'high' ? 2 : impact === 'medium' ? 1 : 0;
}

function* groupReasons(group: Entry, reached: boolean): Iterable<Reason> {
  const data = { group: groupName(group) };
  const weight = heavy(group);
  const attitude = group.word('attitude')?.value as StakeholderAttitude | undefined;
  const known = attitude && Object.hasOwn(attitudes, attitude) ? attitudes[attitude] : undefined;
  if (known && (attitude === 'resistant' || weight > 0)) {
    const because: Message = {
      text: { en: '“{group}” is {attitude}', 'zh-CN': '“{group}”{attitude}' },
      data: { ...data, attitude: known },
    };
    // Leaders who involve people early answer resistance, a clear purpose answers ambiguity (docs/domain.md 1.4).
    const first = attitude === 'resistant' ? 'leadership' : 'values';
    for (const lever of ['leadership', 'values', 'ecosystem'] as const) {
      yield { lever, weight: 4 + weight + (lever === first ? 1 : 0), because };
    }
  }
  if (outside.includes(group.word('kind')?.value ?? '') && !reached) {
    const because: Message = {
      text: { en: '“{group}” is affected and nothing reaches it', 'zh-CN': '“{group}”会受影响，却没有任何策略触及' },
      data,
    };
    yield { lever: 'ecosystem', weight: 3 + weight, because };
  }
  if (weight === 0) return;
  for (const { value } of group.words('aspects')) {
    const aspect = Object.hasOwn(aspects, value) ? aspects[value] : undefined;
    if (aspect) yield { lever: aspect.lever, weight: 1 + weight, because: { text: aspect.because, data } };
  }
}

function* riskReasons(risk: Entry): Iterable<Reason> {
  const kind = risk.word('kind')?.value ?? '';
  const lever = Object.hasOwn(risks, kind) ? risks[kind] : undefined;
  const status = risk.word('status')?.value ?? 'open';
  if (!lever || (status !== 'open' && status !== 'mitigating')) return;
  const rated = [risk.word('likelihood')?.value, risk.word('impact')?.value].filter((word) => word === 'high').length;
  const title = risk.word('title')?.value;
  if (title === undefined) return;
  const because: Message = {
    text: { en: 'the risk “{title}” is open', 'zh-CN': '风险“{title}”尚未解决' },
    data: { title },
  };
  yield { lever, weight: 3 + rated, because };
  if (lever === 'leadership') yield { lever: 'ecosystem', weight: 2 + rated, because };
}

function* reasons(plan: Plan, coverage: Coverage, catalog: Catalog): Iterable<Reason> {
  for (const { lever, strategies } of coverage.levers) {
    // Somebody to answer for it is all that is missing.
    const ownerless = strategies.find(({ notCounted }) => notCounted === 'no-owner');
    if (ownerless) {
      const because: Message = {
        text: {
          en: '“{title}” stands there already and only lacks an owner',
          'zh-CN': '“{title}”已经写好，只差负责人',
        },
        data: { title: strategyTitle(ownerless.strategy, catalog) },
      };
      yield { lever, weight: 12, because };
    }
  }
  const covered = new Set(coverage.covered.map((lever) => catalog.lever(lever).factor));
  for (const lever of coverage.missing) {
    const { factor } = catalog.lever(lever);
    if (coverage.covered.length > 0 && !covered.has(factor)) {
      yield { lever, weight: 5, because: { text: factors[factor] } };
    }
  }
  const reached = groupsReached(plan);
  for (const group of plan.list('stakeholders')) {
    yield* groupReasons(group, reached?.has(group.word('id')?.value ?? '') !== false);
  }
  for (const risk of plan.list('risks')) yield* riskReasons(risk);
}

/**
 * The missing levers, the one that fits best first, each with its strongest reason if the plan shows one. Rewards come
 * last whatever speaks for them: they work only beside the others (docs/domain.md 1.4).
 */
export function advice(plan: Plan, coverage: Coverage, catalog: Catalog): Advice[] {
  const best = new Map<LeverId, { score: number; top: Reason }>();
  for (const reason of reasons(plan, coverage, catalog)) {
    const known = best.get(reason.lever);
    const top = known && known.top.weight >= reason.weight ? known.top : reason;
    best.set(reason.lever, { score: (known?.score ?? 0) + reason.weight, top });
  }
  // The strongest reason decides, since it is the one that is told; among equals the sum of all.
  const score = ({ lever }: LeverCoverage) => {
    const found = best.get(lever);
    return lever === 'rewards' ? -1 : found ? found.top.weight * 1000 + Math.min(found.score, 999) : 0;
  };
  return coverage.levers
    .filter((lever) => !lever.covered)
    .sort((a, b) => score(b) - score(a))
    .map((lever) => {
      const top = lever.lever === 'rewards' ? undefined : best.get(lever.lever)?.top;
      const ownerless = lever.strategies.find(({ notCounted }) => notCounted === 'no-owner')?.strategy;
      return { lever, ...(top && { because: top.because }), ...(ownerless && { ownerless }) };
    });
}

/** Why a strategy does not count. */
export const notCountedWords: Record<NotCounted, Text> = {
  cancelled: { en: 'it is cancelled', 'zh-CN': '已取消' },
  paused: { en: 'it is paused', 'zh-CN': '已暂停' },
  'no-owner': { en: 'it has no owner', 'zh-CN': '没有负责人' },
  unknown: { en: 'it is not in the catalog', 'zh-CN': '不在目录中' },
  'wrong-lever': { en: 'it belongs to another lever', 'zh-CN': '属于其他 LEVERS 方法' },
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
    one: { en: 'one belongs to another lever', 'zh-CN': '1 项属于其他 LEVERS 方法' },
    some: { en: '{n} belong to another lever', 'zh-CN': '{n} 项属于其他 LEVERS 方法' },
    all: { en: 'all belong to another lever', 'zh-CN': '全部属于其他 LEVERS 方法' },
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

/** Why strategies of a lever do not count, one message for each reason: "it is cancelled"; of several "2 have no owner". */
export function whyNotCounted({ strategies }: LeverCoverage): Message[] {
  const counts = new Map<NotCounted, number>();
  for (const { notCounted } of strategies) if (notCounted) counts.set(notCounted, (counts.get(notCounted) ?? 0) + 1);
  return [...counts].map(([reason, n]) => {
    if (strategies.length === 1) return { text: notCountedWords[reason] };
    const words = ofSeveral[reason];
    return { text: n === strategies.length ? words.all : n === 1 ? words.one : words.some, data: { n } };
  });
}

/** Why a lever with strategies is not covered: "Enablement has one strategy, but it is cancelled". */
function whyNot(lever: LeverCoverage, title: Text): Message | undefined {
  const reasons = whyNotCounted(lever);
  const [only] = reasons;
  if (!only) return undefined;
  if (lever.strategies.length === 1) {
    return {
      text: { en: '{lever} has one strategy, but {reason}', 'zh-CN': '{lever}有一项策略，但{reason}' },
      data: { lever: title, reason: only },
    };
  }
  return {
    text: { en: '{lever} has {n} strategies, but {reasons}', 'zh-CN': '{lever}有 {n} 项策略，但未计入：{reasons}' },
    data: { lever: title, n: lever.strategies.length, reasons },
  };
}

/** Joins messages into one, separated like sentences. */
function listed(parts: readonly Message[]): Message | '' {
  const [first, ...rest] = parts;
  if (!first) return '';
  if (rest.length === 0) return first;
  return { text: { en: '{first}; {rest}', 'zh-CN': '{first}；{rest}' }, data: { first, rest: listed(rest) } };
}

/** How many levers a plan covers, which are missing, which fits best and why, and why what is written does not count. */
export const coverageMessage = ofPlan((plan, catalog: Catalog, minimum: number): Message => {
  const found = coverage(plan, catalog);
  const { levers, covered, missing } = found;
  const title = (lever: LeverId) => leverInText(lever, catalog);
  const why = levers.filter((lever) => !lever.covered).flatMap((lever) => whyNot(lever, title(lever.lever)) ?? []);
  const data = {
    n: covered.length,
    are: covered.length === 1 ? 'is' : 'are',
    covered: covered.map(title),
    missing: alternatives(missing.map(title)),
    why: why.length
      ? { text: { en: ' Not counted: {list}.', 'zh-CN': '未计入的原因：{list}。' }, data: { list: listed(why) } }
      : '',
  };
  const needed = minimum - covered.length;
  if (needed <= 0) {
    return missing.length === 0
      ? { text: { en: 'All 6 levers are covered.', 'zh-CN': '6 个 LEVERS 已全部启用。' } }
      : {
          text: {
            en: '{n} of 6 levers {are} covered ({covered}), which is enough. Not covered: {missing}.{why}',
            'zh-CN': '已启用 6 个 LEVERS 中的 {n} 个（{covered}），已经足够。尚未启用：{missing}。{why}',
          },
          data: { ...data, missing: missing.map(title) },
        };
  }
  const [first] = advice(plan, found, catalog);
  return {
    text:
      covered.length === 0
        ? {
            en: 'None of the 6 levers is covered yet. Add strategies to at least {needed} of {missing}{best}.{why}',
            'zh-CN': '6 个 LEVERS 都还没有启用。请在{missing}中至少启用 {needed} 个{best}。{why}',
          }
        : {
            en: 'Only {n} of 6 levers {are} covered ({covered}). Add at least {needed} of {missing}{best}.{why}',
            'zh-CN':
              '仅启用了 6 个 LEVERS 中的 {n} 个（{covered}）。请在{missing}中至少再启用 {needed} 个{best}。{why}',
          },
    data: {
      ...data,
      needed: needed === 1 ? { en: 'one', 'zh-CN': '1' } : needed,
      best: first?.because
        ? {
            text: { en: ': {lever} fits best, because {because}', 'zh-CN': '：{lever}最合适，因为{because}' },
            data: { lever: title(first.lever.lever), because: first.because },
          }
        : '',
    },
  };
});
