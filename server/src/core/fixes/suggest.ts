/** Ranks catalog strategies for a plan, and the edits that add them. */

import {
  addPair,
  addToList,
  blockList,
  type ItemText,
  indented,
  indentStep,
  inlineList,
  itemText,
  putBelow,
  setValue,
  written,
} from '../edits/yamlEdit.ts';
import type { Catalog, CatalogStrategy, Phase } from '../model/catalog.ts';
import { complete } from '../model/declaredIds.ts';
import { isId } from '../model/ids.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import { ofPlan, type Plan } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { type At, isMap, type Mapping, pairOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { column, lineBreak, lineStart } from '../text/lines.ts';
import { mayBeFor } from './audience.ts';

/** The phase whose work comes next for a plan. */
function phaseOf(plan: Plan): Phase {
  if (plan.status === 'sustaining') return 'sustain';
  return plan.status === 'active' ? 'manage' : 'prepare';
}

/**
 * The strategies of a lever, best fit first: of the phase that comes next, then as in the catalog. Among rewards
 * recognition by others goes first: it is the gentlest (docs/domain.md 1.4).
 */
export function bestFirst(lever: LeverId, phase: Phase, catalog: Catalog): CatalogStrategy[] {
  const gentle = (strategy: CatalogStrategy) => lever !== 'rewards' || strategy.factors?.includes('social');
  const fits = (strategy: CatalogStrategy) => (gentle(strategy) ? 0 : 2) + (strategy.phase === phase ? 0 : 1);
  return [...catalog.under(lever)].sort((a, b) => fits(a) - fits(b));
}

/** The strategies of a lever that the plan does not use yet, best fit first. */
export function fitting(plan: Plan, lever: LeverId, catalog: Catalog): CatalogStrategy[] {
  const used = new Set(plan.strategies.map((strategy) => strategy.use?.value));
  return bestFirst(lever, phaseOf(plan), catalog).filter((strategy) => !used.has(strategy.id));
}

/** Those of `fitting` that are for a group of the plan; all of them where it has no groups yet. */
export function addressing(plan: Plan, lever: LeverId, catalog: Catalog): CatalogStrategy[] {
  const hasGroups = mainAudience(plan).length > 0;
  return fitting(plan, lever, catalog).filter(({ id }) => !hasGroups || mainAudience(plan, id).length > 0);
}

/** A real name from the plan's head, or undefined. */
export function planOwner(plan: Plan): string | undefined {
  const owner = plan.head?.word('owner')?.value;
  return owner !== undefined && !isPlaceholder(owner) ? owner : undefined;
}

/** The people who own strategies, the busiest last. */
export const owners = ofPlan((plan): readonly string[] => {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const strategy of plan.strategies) {
    const name = strategy.word('owner')?.value;
    if (name !== undefined && !isPlaceholder(name)) getOrMake(counts, folded(name), () => ({ name, count: 0 })).count++;
  }
  return [...counts.values()].sort((a, b) => a.count - b.count).map(({ name }) => name);
});

/** Who could answer for a strategy that nobody owns: the plan's owner, its sponsor, or who answers for the fewest strategies so far. */
export function likelyOwner(plan: Plan): string | undefined {
  const owner = planOwner(plan);
  if (owner !== undefined) return owner;
  const sponsor = plan.head?.word('sponsor')?.value;
  return sponsor !== undefined && !isPlaceholder(sponsor) ? sponsor : owners(plan)[0];
}

/**
 * The groups to address first: those with high impact, else all that are listed; for a strategy of the catalog (`use`)
 * only those that it may be for. None whose id is still to be corrected.
 */
export function mainAudience(plan: Plan, use?: string): string[] {
  const groups = plan.list('stakeholders').filter((group) => mayBeFor(use, group));
  const high = groups.filter((group) => group.word('impact')?.value === 'high');
  return (high.length ? high : groups).flatMap((group) => group.word('id')?.value ?? []).filter(isId);
}

/**
 * A new item for a strategy of the catalog, filled in as well as the plan allows; `more` are further keys with their
 * values. Its owner stays open: that is a decision, and `strategy-without-owner` asks for it.
 */
export function strategyItem(
  plan: Plan,
  strategy: CatalogStrategy,
  more: readonly (readonly [key: string, value: string])[] = [],
): ItemText {
  return itemText([
    ['use', strategy.id],
    ['owner', ''],
    ['audience', `[${mainAudience(plan, strategy.id).map(written).join(', ')}]`],
    ...more,
  ]);
}

/**
 * The edits that put something under a lever, adding the lever in its place in the model's order where it is missing:
 * `inner` as lines, `braces` for plans written in braces, and `into` for a lever that holds something already. Undefined
 * where that would destroy something that is written: a value that cannot be read, a misspelt key.
 */
function putUnder(
  plan: Plan,
  lever: LeverId,
  inner: readonly string[],
  braces: string | undefined,
  into: (lever: At<Mapping>) => Edit[] | undefined,
): Edit[] | undefined {
  if (!complete(plan, 'levers')) return undefined;
  const step = indentStep(plan);
  const block = [`${lever}:`, ...indented(inner, step)];
  const pair = plan.leversPair;
  if (!pair) {
    if (!isMap(plan.root)) return undefined;
    if (!plan.root.node.flow) return [addPair(plan, plan.root, 'levers', '', { lines: indented(block, step) })];
    return braces ? [addPair(plan, plan.root, 'levers', `{ ${lever}: ${braces} }`)] : undefined;
  }
  const levers = pair.value;
  if (!isMap(levers) || levers.node.pairs.length === 0) {
    if (!isMap(plan.root) || !plan.root.node.flow) return putBelow(plan, pair, indented(block, step));
    return braces ? [setValue(plan, pair, `{ ${lever}: ${braces} }`)] : undefined;
  }
  const own = pairOf(levers, lever);
  if (own) {
    if (isMap(own.value) && own.value.node.pairs.length > 0) return into(own.value);
    if (!levers.node.flow) return putBelow(plan, own, indented(inner, step));
    return braces && own.value.node.length === 0 ? [setValue(plan, own, braces)] : undefined;
  }
  const order = leverIds.indexOf(lever);
  const before = plan.leverKeys.filter((candidate) => leverIds.indexOf(candidate.id) < order).at(-1);
  if (levers.node.flow) return braces ? [addPair(plan, levers, lever, braces, { after: before?.id })] : undefined;
  if (before) return [addPair(plan, levers, lever, '', { after: before.id, lines: indented(inner, step) })];
  const start = lineStart(plan.text, levers.start);
  const nl = lineBreak(plan.text);
  const lines = indented(block, column(plan.text, levers.start));
  return [{ span: { start, end: start }, text: lines.join(nl) + nl }];
}

/** Whether a lever has a key, be it misspelt. */
function holds(plan: Plan, lever: LeverId, key: string): boolean {
  const own = plan.levers.find(({ id }) => id === lever);
  return own !== undefined && (own.pair(key) !== undefined || misspelt(own.at, key, shapes.lever));
}

/**
 * The edits that put strategies under a lever. Undefined where that would destroy or contradict something that is
 * written, such as a reason for not using the lever.
 */
export function addStrategies(plan: Plan, lever: LeverId, items: readonly ItemText[]): Edit[] | undefined {
  const inline = inlineList(items);
  const inner = ['strategies:', ...indented(blockList(items), indentStep(plan))];
  return putUnder(plan, lever, inner, inline && `{ strategies: ${inline} }`, (own) => {
    const keys = own.node.pairs.map(({ name }) => name);
    const contradicted =
      keys.includes('notUsed') || (!keys.includes('strategies') && misspelt(own, 'strategies', shapes.lever));
    return contradicted ? undefined : addToList(plan, own, 'strategies', items, 'intent');
  });
}

/** The edits that say why a lever is not used. Undefined where it has strategies, or says so already. */
export function addReason(plan: Plan, lever: LeverId, reason: string): Edit[] | undefined {
  if (holds(plan, lever, 'strategies') || holds(plan, lever, 'notUsed')) return undefined;
  const value = written(reason);
  return putUnder(plan, lever, [`notUsed: ${value}`], `{ notUsed: ${value} }`, (own) => [
    addPair(plan, own, 'notUsed', value),
  ]);
}
