/** Fixes that add a group to a strategy's audience. */

import { strategyTitle } from '../analysis/labels.ts';
import { groups, reach } from '../analysis/reach.ts';
import type { Fix } from '../diagnostics/rule.ts';
import { addToList, writeWords, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { everyone, names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { isId } from '../model/ids.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { isList } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';

/** At most this many strategies are offered; a longer list is no help. */
const mostOffered = 5;

/** True if an active strategy names no audience, and its text is complete enough to tell. */
export function lacksAudience(plan: Plan, strategy: Strategy): boolean {
  // A plan without groups is reported at `stakeholders`.
  if (strategy.cancelled || strategy.says.audience.length > 0 || names(plan).stakeholder.size === 0) return false;
  return (
    !isUncertain(strategy, 'audience', shapes.strategy) &&
    !isUncertain(strategy, 'status', shapes.strategy) &&
    !isIncomplete(plan, strategy)
  );
}

/** Writes the audience of a strategy that has none yet. Undefined where that would destroy something that is written. */
export function writeAudience(plan: Plan, strategy: Strategy, ids: readonly string[]): Edit[] | undefined {
  const after = ['owner', 'title', 'id', 'use'].find((key) => strategy.pair(key));
  const edit = writeWords(plan, strategy.at, 'audience', ids, after);
  return edit && [edit];
}

/** Adds a group to the audience of a strategy. Undefined where that would destroy something that is written. */
function addToAudience(plan: Plan, strategy: Strategy, id: string): Edit[] | undefined {
  if (strategy.state('audience') !== 'given') return writeAudience(plan, strategy, [id]);
  if (!isList(strategy.pair('audience')?.value)) return undefined;
  return addToList(plan, strategy.at, 'audience', [{ lines: [written(id)], inline: written(id) }]);
}

/** Strategies that could take in one more group: work that is still to come, and that does not speak to all already. */
function open(plan: Plan, strategy: Strategy): boolean {
  return (
    strategy.live &&
    strategy.status !== 'done' &&
    !strategy.says.groups.includes(everyone) &&
    !isIncomplete(plan, strategy)
  );
}

/**
 * The live strategies of a plan, those of the levers with the fewest audiences first, and one of each lever before the
 * second of any. Rewards go last: people are won by other levers first (docs/domain.md 1.4).
 */
const lightestFirst = ofPlan((plan): readonly Strategy[] => {
  const byLever = new Map<LeverId, { strategies: Strategy[]; audiences: number }>();
  for (const strategy of plan.strategies) {
    if (!strategy.live) continue;
    const entry = byLever.get(strategy.lever.id) ?? { strategies: [], audiences: 0 };
    byLever.set(strategy.lever.id, entry);
    entry.strategies.push(strategy);
    entry.audiences += strategy.says.audience.length;
  }
  const weight = (lever: LeverId) => (lever === 'rewards' ? 1 : 0);
  const levers = [...byLever].sort(([a, one], [b, two]) => weight(a) - weight(b) || one.audiences - two.audiences);
  return levers
    .flatMap(([, { strategies }], lever) => strategies.map((strategy, turn) => ({ strategy, turn, lever })))
    .sort((a, b) => a.turn - b.turn || a.lever - b.lever)
    .map(({ strategy }) => strategy);
});

/** Strategies of the catalog that are made for leaders: other people in them would be counted, and not reached. */
const forLeaders: ReadonlySet<string> = new Set([
  'executive-briefings',
  'leadership-accountability',
  'leadership-recognition-program',
]);

/** Whether a strategy with that `use` may be for a group: one that is made for leaders only for a group that is said to lead. */
export function mayBeFor(use: string | undefined, group: Entry | undefined): boolean {
  return !forLeaders.has(use ?? '') || ['leaders', 'managers'].includes(group?.text('kind') ?? '');
}

/**
 * One fix for each of the first strategies that can take in the group; `suits` says which may be offered at all. None for
 * an id that is still to be corrected.
 */
export function offersToAdd(
  plan: Plan,
  id: string,
  catalog: Catalog,
  suits: (strategy: Strategy) => boolean = () => true,
): Fix[] {
  if (!isId(id)) return [];
  const kept = (reach(plan).get(id) ?? []).filter((strategy) => !strategy.cancelled);
  // With the group it would be what another entry of the same strategy is already.
  const taken = new Set(kept.map((strategy) => strategy.use?.value));
  const group = groups(plan).get(id);
  const fixes: Fix[] = [];
  for (const strategy of lightestFirst(plan)) {
    if (fixes.length === mostOffered) break;
    if (
      !suits(strategy) ||
      !mayBeFor(strategy.says.use, group) ||
      !open(plan, strategy) ||
      (strategy.use && taken.has(strategy.use.value))
    )
      continue;
    const edits = addToAudience(plan, strategy, id);
    if (!edits) continue;
    fixes.push({
      title: {
        text: { en: 'Add {id} to “{title}”', 'zh-CN': '把 {id} 加入“{title}”的受众' },
        data: { id: quoted(id), title: strategyTitle(strategy, catalog) },
      },
      edits,
    });
  }
  return fixes;
}
