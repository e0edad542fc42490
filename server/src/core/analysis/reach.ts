/** Reach: stakeholder group → strategies whose audience, or an activity's, names it. */

import { complete, everyone, names } from '../model/declaredIds.ts';
import { type Entry, remembered } from '../model/entry.ts';
import { idOf, ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { isUncertain } from '../model/uncertain.ts';
import { leverIds, stakeholderImpactValues } from '../schema/format.gen.ts';
import { type Shape, shapes } from '../schema/schema.ts';
import { type At, isMap, isScalar, pairsOf } from '../syntax/tree.ts';
import { nearest } from '../text/spelling.ts';

/** The stakeholder groups of a plan by their ids; of an id that is given twice the first. */
export const groups = ofPlan((plan): ReadonlyMap<string, Entry> => {
  const known = names(plan).stakeholder;
  const found = new Map<string, Entry>();
  for (const group of plan.list('stakeholders')) {
    const id = idOf(group);
    if (id && known.get(id.value)?.span.start === id.span.start) found.set(id.value, group);
  }
  return found;
});

/** What a group is called: its name, else its id. */
export function groupName(group: Entry): string {
  return group.word('name')?.value ?? group.word('id')?.value ?? '';
}

/** How grave the impact on a group is, to compare it with others; unknown words come last. */
export function impactWeight(group: Entry): number {
  return (stakeholderImpactValues as readonly (string | undefined)[]).indexOf(group.text('impact'));
}

/** For each id in an audience the strategies that name it, in the order of the text; it may be `all`, or dangling. */
export const reach = ofPlan((plan): ReadonlyMap<string, readonly Strategy[]> => {
  const found = new Map<string, Strategy[]>();
  for (const strategy of plan.strategies) {
    for (const id of strategy.says.groups) {
      const strategies = found.get(id);
      if (strategies) strategies.push(strategy);
      else found.set(id, [strategy]);
    }
  }
  return found;
});

/** Whether a value of this shape names groups. */
export function namesGroups(shape: Shape): boolean {
  return [shape, shape.items].some((part) => part?.refs.includes('stakeholder'));
}

function isNothing(at: At): boolean {
  return isScalar(at) && at.node.value === null;
}

/** Keys whose second writing may hold audiences that are not read. */
const onTheWay: ReadonlySet<string> = new Set(['levers', ...leverIds, 'strategies', 'activities', 'audience']);

/** Whether all strategies can be found under their levers. */
function strategiesKnown(plan: Plan): boolean {
  const levers = plan.leversPair?.value;
  if (levers && !isMap(levers) && !isNothing(levers)) return false;
  return (
    complete(plan, 'levers', namesGroups) &&
    pairsOf(levers).every(({ name }) => leverIds.some((id) => id === name)) &&
    plan.leverKeys.every(({ value }) => isMap(value) || isNothing(value)) &&
    !plan.levers.some((lever) => isUncertain(lever, 'strategies', shapes.lever)) &&
    !plan.errors.some(({ kind, word }) => kind === 'repeated-key' && onTheWay.has(word ?? ''))
  );
}

const audienceUnclear = remembered(
  (strategy) =>
    isUncertain(strategy, 'audience', shapes.strategy) ||
    isUncertain(strategy, 'activities', shapes.strategy) ||
    strategy.entries('activities').some((activity) => isUncertain(activity, 'audience', shapes.activity)),
);

/** Whether all audiences are known: none is lost with text that cannot be read, a misspelt key or a wrong value. */
export const audiencesKnown = ofPlan(
  (plan) => strategiesKnown(plan) && !plan.strategies.some((strategy) => audienceUnclear(strategy)),
);

/** Of so many dangling ids it is asked which group they may mean; a file with more has another problem. */
const mostGuessed = 200;

/**
 * These ids, and the groups that they may mean: one that leads nowhere has a finding of its own, and stands for the
 * groups whose ids are near. Undefined where too many lead nowhere to tell.
 */
export function meant(plan: Plan, ids: Iterable<string>): Set<string> | undefined {
  const known = names(plan).stakeholder;
  const written = new Set(ids);
  const dangling = [...written].filter((id) => id !== everyone && !known.has(id));
  if (dangling.length > mostGuessed) return undefined;
  return new Set([...written, ...dangling.flatMap((id) => nearest(id, [...known.keys(), everyone]))]);
}

/** The ids of the groups that strategies which count name or may mean, perhaps with `all`. Undefined where that cannot be told. */
export function namedGroups(plan: Plan, counts: (strategy: Strategy) => boolean): Set<string> | undefined {
  if (!audiencesKnown(plan)) return undefined;
  const named = [...reach(plan)].filter(([, strategies]) => strategies.some(counts));
  return meant(
    plan,
    named.map(([id]) => id),
  );
}

/**
 * The ids of the groups that strategies which count reach, by name or by `all`. Undefined where that cannot be told, or
 * where none of these strategies names anyone: then each of them is asked for its audience.
 */
export function reachedGroups(plan: Plan, counts: (strategy: Strategy) => boolean): Set<string> | undefined {
  const named = namedGroups(plan, counts);
  if (!named || named.size === 0) return undefined;
  return named.has(everyone) ? new Set(names(plan).stakeholder.keys()) : named;
}

/** The ids of the groups that live strategies reach; undefined as of `reachedGroups`. */
export const groupsReached = ofPlan((plan) => reachedGroups(plan, ({ live }) => live));
