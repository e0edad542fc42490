/** Which levers a plan covers, and why an entry does not count (docs/domain.md 3.1). */

import type { RuleFacts } from '../diagnostics/rule.ts';
import { optionsOf } from '../diagnostics/ruleSettings.ts';
import type { RuleSettings } from '../diagnostics/settings.ts';
import { type Catalog, catalogued } from '../model/catalog.ts';
import { remembered } from '../model/entry.ts';
import { isPlaceholder, saysNothing } from '../model/personName.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { type At, itemsOf, valueUnder } from '../syntax/tree.ts';
import { placesToFill, waitsIn } from './placesToFill.ts';

/** The rule that says when too few levers are covered. */
export const coverageRule = 'coverage-below-four';

/** What a team can set of that rule. */
export const coverageOptions = {
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
} satisfies RuleFacts['options'];

/** The configured minimum of covered levers, for everything that speaks of "enough". */
export function minimumLevers(settings: RuleSettings): number {
  return optionsOf({ code: coverageRule, options: coverageOptions }, settings).minimumLevers;
}

/** Why a strategy does not count for the lever under which it is written. */
export type NotCounted = 'cancelled' | 'paused' | 'no-owner' | 'unknown' | 'wrong-lever' | 'no-title' | 'unreadable';

/** How far a lever has come, as pictures show it (docs/domain.md 3.2): from nothing to work going on. */
export type Depth = 0 | 1 | 2 | 3 | 4;

export interface LeverCoverage {
  readonly lever: LeverId;
  readonly covered: boolean;
  readonly depth: Depth;
  /** The strategies written under the lever, each with the reason if it does not count. */
  readonly strategies: readonly { readonly strategy: Strategy; readonly notCounted?: NotCounted }[];
  /** The plan says why it leaves this lever out. */
  readonly notUsed: boolean;
  /** Part of it could not be read, so that it may be covered after all. */
  readonly unread: boolean;
}

export interface Coverage {
  /** All six, in the model's order. */
  readonly levers: readonly LeverCoverage[];
  readonly covered: readonly LeverId[];
  readonly missing: readonly LeverId[];
}

/** A strategy has an owner who can be asked: not empty, not a word for "nobody yet". */
export const hasOwner = remembered((strategy): boolean => {
  const owner = strategy.text('owner');
  if (owner !== undefined) return !isPlaceholder(owner);
  // What is written there but is no text, or under a misspelt key, has a finding of its own.
  const state = strategy.state('owner');
  return state === 'missing' ? misspelt(strategy.at, 'owner', shapes.strategy) : state !== 'empty';
});

/** The part of `notCounted` that depends on the strategy alone, memoized per node. */
const notCountedByItself = remembered((strategy): NotCounted | 'counts' => {
  const status = strategy.text('status');
  if (status === 'cancelled' || status === 'paused') return status;
  if (strategy.text('use') === undefined) {
    if (strategy.state('use') === 'unreadable') return 'unreadable';
    const title = strategy.text('title');
    if (strategy.state('title') !== 'unreadable' && (!title || saysNothing(title))) return 'no-title';
  }
  return hasOwner(strategy) ? 'counts' : 'no-owner';
});

/** Why a strategy does not count, or undefined if it does. */
export function notCounted(strategy: Strategy, catalog: Catalog): NotCounted | undefined {
  const reason = notCountedByItself(strategy);
  if (reason === 'cancelled' || reason === 'paused') return reason;
  if (strategy.says.use !== undefined) {
    const known = catalogued(strategy, catalog);
    // Benefit of the ambiguity: the unreadable part of a team's catalog may declare it.
    if (!known && catalog.incomplete.length === 0) return 'unknown';
    if (known && known.lever !== strategy.lever.id) return 'wrong-lever';
  }
  return reason === 'counts' ? undefined : reason;
}

/** Whether a strategy, or a measure that it names, is still to be filled in. */
function isUnfilled(plan: Plan, strategy: Strategy): boolean {
  if (placesToFill(plan).length === 0) return false;
  const measures = plan.list('measures').filter((measure) => strategy.says.measures.includes(measure.text('id') ?? ''));
  return [strategy, ...measures].some(({ span }) => waitsIn(plan, span));
}

function depthOf(plan: Plan, strategies: LeverCoverage['strategies']): Depth {
  let depth: Depth = strategies.length ? 1 : 0;
  for (const { strategy, notCounted: reason } of strategies) {
    if (reason) continue;
    const { says, time, status } = strategy;
    const dated = time.start !== undefined && time.due !== undefined;
    const ready = says.audience.length > 0 && dated && says.measures.length > 0;
    const moving = status === 'in-progress' || status === 'done';
    const reached: Depth = !ready || isUnfilled(plan, strategy) ? 2 : moving ? 4 : 3;
    if (reached > depth) depth = reached;
  }
  return depth;
}

/** Whether strategies may be hidden in what could not be read under a lever. */
function torn(lever: At): boolean {
  const strategies = valueUnder(lever, 'strategies');
  return [lever, strategies, ...itemsOf(strategies)].some((at) => at?.node.kind === 'broken');
}

/** The strategies under each lever, each with the reason if it does not count. */
const entries = ofPlan((plan, catalog: Catalog): ReadonlyMap<LeverId, LeverCoverage['strategies']> => {
  const byLever = new Map(leverIds.map((id) => [id, [] as { strategy: Strategy; notCounted?: NotCounted }[]]));
  for (const strategy of plan.strategies) {
    const reason = notCounted(strategy, catalog);
    byLever.get(strategy.lever.id)?.push(reason ? { strategy, notCounted: reason } : { strategy });
  }
  return byLever;
});

/** The coverage of a plan. `covered` stops at the first strategy that counts; depth and reasons are lazy. */
export const coverage = ofPlan((plan, catalog: Catalog): Coverage => {
  const levers = leverIds.map((lever): LeverCoverage => {
    const written = plan.levers.find((candidate) => candidate.id === lever);
    return {
      lever,
      covered: written?.strategies.some((strategy) => !notCounted(strategy, catalog)) ?? false,
      get depth() {
        return depthOf(plan, this.strategies);
      },
      get strategies() {
        return entries(plan, catalog).get(lever) ?? [];
      },
      notUsed: written?.word('notUsed') !== undefined,
      unread: plan.leverKeys.some(({ id, value }) => id === lever && torn(value)),
    };
  });
  return {
    levers,
    covered: levers.filter((lever) => lever.covered).map(({ lever }) => lever),
    missing: levers.filter((lever) => !lever.covered).map(({ lever }) => lever),
  };
});
