/** What fits a plan best: strategies for a lever that is not covered, and the text that adds them. */
import type { Catalog, CatalogStrategy, Phase } from './catalog.ts';
import {
  addPair,
  addToList,
  blockList,
  column,
  type ItemText,
  indented,
  indentStep,
  inlineList,
  itemText,
  lineBreak,
  lineStart,
  setValue,
  spaceBehind,
  written,
} from './edit.ts';
import { type LeverId, leverIds } from './format.gen.ts';
import { isPlaceholder } from './person.ts';
import type { Plan } from './plan.ts';
import type { Edit } from './rule.ts';
import { isMap, type PairAt, pairOf } from './tree.ts';

/** The phase whose work comes next for a plan. */
function phaseOf(plan: Plan): Phase {
  if (plan.status === 'sustaining') return 'sustain';
  return plan.status === 'active' ? 'manage' : 'prepare';
}

/**
 * The strategies of a lever that the plan does not use yet, best fit first: of the phase that comes next, then as in the
 * catalog. Among rewards recognition by others goes first: it is small and symbolic (domain.md, rule 16).
 */
export function fitting(plan: Plan, lever: LeverId, catalog: Catalog): CatalogStrategy[] {
  const used = new Set(plan.strategies.map((strategy) => strategy.use?.value));
  const phase = phaseOf(plan);
  const gentle = (strategy: CatalogStrategy) => lever !== 'rewards' || strategy.factors?.includes('social');
  const fits = (strategy: CatalogStrategy) => (gentle(strategy) ? 0 : 2) + (strategy.phase === phase ? 0 : 1);
  return catalog
    .under(lever)
    .filter((strategy) => !used.has(strategy.id))
    .sort((a, b) => fits(a) - fits(b));
}

/** A real name from the plan's head, or undefined. */
export function planOwner(plan: Plan): string | undefined {
  const owner = plan.head?.word('owner')?.value;
  return owner !== undefined && !isPlaceholder(owner) ? owner : undefined;
}

/** The groups to address first: those with high impact, else all that are listed. */
export function mainAudience(plan: Plan): string[] {
  const groups = plan.list('stakeholders');
  const high = groups.filter((group) => group.word('impact')?.value === 'high');
  return (high.length ? high : groups).flatMap((group) => group.word('id')?.value ?? []);
}

/** A new item for a strategy of the catalog, filled in as well as the plan allows. */
export function strategyItem(plan: Plan, strategy: CatalogStrategy): ItemText {
  const owner = planOwner(plan);
  return itemText([
    ['use', strategy.id],
    ['owner', owner ? written(owner) : ''],
    ['audience', `[${mainAudience(plan).join(', ')}]`],
  ]);
}

/**
 * The edit that puts strategies under a lever, adding the lever in its place in the model's order where it is missing.
 * Undefined where the plan is written in braces there and the items do not fit.
 */
export function addStrategies(plan: Plan, lever: LeverId, items: readonly ItemText[]): Edit | undefined {
  const key = plan.leverKeys.find((candidate) => candidate.id === lever);
  if (key && isMap(key.value)) return addToList(plan, key.value, 'strategies', items, 'intent');
  const step = indentStep(plan);
  const nl = lineBreak(plan.text);
  const inner = ['strategies:', ...indented(blockList(items), step)];
  const block = [`${lever}:`, ...indented(inner, step)];
  const inline = inlineList(items);
  const braces = inline && `{ strategies: ${inline} }`;
  const pair = plan.leversPair;
  if (!pair) {
    if (isMap(plan.root)) return addPair(plan, plan.root, 'levers', '', { lines: indented(block, step) });
    const end = plan.text.length;
    return { span: { start: end, end }, text: `${['levers:', ...indented(block, step)].join(nl)}${nl}` };
  }
  const levers = pair.value;
  if (!isMap(levers) || levers.node.pairs.length === 0) {
    return {
      span: spaceBehind(plan, pair),
      text: nl + indented(block, column(plan.text, pair.key.start) + step).join(nl),
    };
  }
  if (key) {
    const own = pairOf(levers, lever) as PairAt;
    if (levers.node.flow) return braces ? setValue(plan, own, braces) : undefined;
    return {
      span: spaceBehind(plan, own),
      text: nl + indented(inner, column(plan.text, own.key.start) + step).join(nl),
    };
  }
  const order = leverIds.indexOf(lever);
  const before = plan.leverKeys.filter((candidate) => leverIds.indexOf(candidate.id) < order).at(-1);
  if (levers.node.flow) return braces ? addPair(plan, levers, lever, braces, { after: before?.id }) : undefined;
  if (before) return addPair(plan, levers, lever, '', { after: before.id, lines: indented(inner, step) });
  const start = lineStart(plan.text, levers.start);
  const lines = indented(block, column(plan.text, levers.start));
  return { span: { start, end: start }, text: lines.join(nl) + nl };
}
