/** Looks at strategies one by one, and at each only when there may be something new to say about it. */
import { type LeverId, leverIds } from './format.gen.ts';
import { complete } from './names.ts';
import type { Plan, Strategy } from './plan.ts';
import { answering, type Query } from './queries.ts';
import type { Context, Finding, Look } from './rule.ts';
import { referenceDay } from './timeline.ts';
import { valueUnder } from './tree.ts';
import { torn } from './unclear.ts';

/** The sections of a plan, beside its strategies, by which a single strategy may be judged. */
const sections = ['plan', 'stakeholders', 'measures', 'risks', 'milestones', 'sustainment'];

/** All by which a strategy is judged besides its own text, as one value for each lever: the same value as long as all is the same. */
interface Circumstances {
  readonly parts: readonly unknown[];
  readonly under: Readonly<Record<LeverId, object>>;
}

/** What plans were judged by last, the newest first. */
const recent: Circumstances[] = [];

/** So many are kept: strategies of as many plans may be edited in turns before those of another are looked at anew. */
const mostRecent = 8;

function circumstancesOf(plan: Plan, context: Context): Circumstances {
  const { catalog, settings, locale } = context;
  const parts = [
    catalog,
    settings,
    referenceDay(plan, context),
    locale,
    ...sections.flatMap((key) => [valueUnder(plan.root, key)?.node, complete(plan, key)]),
  ];
  const same = recent.findIndex((known) => known.parts.every((part, index) => part === parts[index]));
  const found =
    same < 0
      ? { parts, under: Object.fromEntries(leverIds.map((id) => [id, {}])) as Record<LeverId, object> }
      : (recent.splice(same, 1)[0] as Circumstances);
  recent.unshift(found);
  recent.length = Math.min(recent.length, mostRecent);
  return found;
}

/** A rule that looks at strategies one by one, and what it has found. */
export interface Looker {
  readonly look: Look;
  readonly found: Finding[];
  /** For whose sake it asks. */
  readonly query: Query;
}

/**
 * Looks at each strategy for all of them. Where none found anything, and nothing around the strategy has changed, it is
 * passed over.
 */
export function lookAtEach(plan: Plan, context: Context, lookers: readonly Looker[]): void {
  if (lookers.length === 0) return;
  const { under } = circumstancesOf(plan, context);
  const sound = plan.faults.length === 0;
  for (const lever of plan.levers) {
    const around = under[lever.id];
    if (sound && lever.quietIn === around) continue;
    // Text nearby that cannot be read may be part of a strategy.
    const due = lever.strategies.filter((strategy) => strategy.quietIn !== around || !(sound || !torn(plan, strategy)));
    const loud = lookAt(due, lookers);
    for (const strategy of due) {
      if (!loud.has(strategy) && (sound || !torn(plan, strategy))) strategy.quietIn = around;
    }
    if (sound && loud.size === 0) lever.quietIn = around;
  }
}

/** @returns the strategies about which something is found */
function lookAt(strategies: readonly Strategy[], lookers: readonly Looker[]): Set<Strategy> {
  const loud = new Set<Strategy>();
  for (const { look, found, query } of lookers) {
    answering(query, () => {
      for (const strategy of strategies) {
        const seen = look(strategy);
        if (seen === undefined) continue;
        const before = found.length;
        found.push(...(Symbol.iterator in seen ? seen : [seen]));
        if (found.length > before) loud.add(strategy);
      }
    });
  }
  return loud;
}
