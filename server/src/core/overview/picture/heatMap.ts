/** Which stakeholder group is reached by the strategies of which lever, and who by nothing. */

import { impactWeight, reach } from '../../analysis/reach.ts';
import { everyone } from '../../model/declaredIds.ts';
import type { Entry } from '../../model/entry.ts';
import { idOf, type Plan, type Strategy } from '../../model/plan.ts';
import { type LeverId, leverIds } from '../../schema/format.gen.ts';

/** A group and the live strategies that reach it: named in an audience, or by `all`. */
export interface GroupRow {
  readonly group: Entry;
  readonly impact: string | undefined;
  readonly strategies: readonly Strategy[];
  readonly byLever: ReadonlyMap<LeverId, readonly Strategy[]>;
}

/** All groups, those with the highest impact first, else in the order of the text. */
export function heatMap(plan: Plan): readonly GroupRow[] {
  const reached = reach(plan);
  const rows = plan.list('stakeholders').map((group): GroupRow => {
    const id = idOf(group)?.value ?? '';
    const named = new Set([...(reached.get(id) ?? []), ...(reached.get(everyone) ?? [])]);
    const strategies = [...named].filter(({ live }) => live).sort((a, b) => a.at.start - b.at.start);
    const under = (lever: LeverId) => strategies.filter((strategy) => strategy.lever.id === lever);
    const byLever = new Map(leverIds.map((lever) => [lever, under(lever)]));
    return { group, impact: group.text('impact'), strategies, byLever };
  });
  return rows.sort((a, b) => impactWeight(b.group) - impactWeight(a.group));
}
