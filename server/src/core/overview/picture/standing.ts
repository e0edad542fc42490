/** Whether a plan is on time: how many strategies have which status, what is overdue, what comes next. */

import { type Upcoming, upcoming } from '../../analysis/upcoming.ts';
import type { Plan, Strategy } from '../../model/plan.ts';
import { type StrategyStatus, strategyStatusValues } from '../../schema/format.gen.ts';
import { addDays, compareDays } from '../../text/day.ts';
import type { Timeline } from './timeline.ts';

/** How many days ahead are looked at. */
const daysAhead = 30;

export interface Standing {
  /** Strategies by status, in the order of the format. */
  readonly counts: Readonly<Record<StrategyStatus, number>>;
  /** The longest overdue first. */
  readonly overdue: readonly Strategy[];
  /** What begins or is due within thirty days, the earliest first. */
  readonly soon: readonly (Upcoming & { readonly strategy: Strategy })[];
}

/** How the work stands on the day of the timeline. */
export function standing(plan: Plan, { bars, today }: Timeline): Standing {
  const count = (status: StrategyStatus) => plan.strategies.filter((strategy) => strategy.status === status).length;
  const overdue = [...bars.values()]
    .flat()
    .filter((bar) => bar.overdue)
    .sort((a, b) => compareDays(a.overdue ?? '', b.overdue ?? ''));
  const until = today === undefined ? '' : addDays(today, daysAhead);
  const soon = plan.strategies.flatMap((strategy) => {
    const next = today === undefined ? undefined : upcoming(strategy, today);
    return next && next.day <= until ? { ...next, strategy } : [];
  });
  return {
    counts: Object.fromEntries(strategyStatusValues.map((status) => [status, count(status)])) as Standing['counts'],
    overdue: overdue.map(({ strategy }) => strategy),
    soon: soon.sort((a, b) => compareDays(a.day, b.day)),
  };
}
