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
    let quiet = true;
    for (const strategy of lever.strategies) {
      // Text nearby that cannot be read may be part of it.
      const whole = sound || !torn(plan, strategy);
      if (whole && strategy.quietIn === around) continue;
      if (!lookAt(strategy, lookers)) quiet = false;
      else if (whole) strategy.quietIn = around;
    }
    if (sound && quiet) lever.quietIn = around;
  }
}

/** @returns whether nothing is found about a strategy */
function lookAt(strategy: Strategy, lookers: readonly Looker[]): boolean {
  let quiet = true;
  for (const { look, found, query } of lookers) {
    const before = found.length;
    answering(query, () => {
      const seen = look(strategy);
      if (seen !== undefined) found.push(...(Symbol.iterator in seen ? seen : [seen]));
    });
    if (found.length > before) quiet = false;
  }
  return quiet;
}
