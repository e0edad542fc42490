/** Overview of a plan for lists: health, coverage, next date, and which groups it affects when. */

import { coverage, type LeverCoverage, minimumLevers, type NotCounted } from '../analysis/coverage.ts';
import { goLiveDays, goLiveTitle } from '../analysis/goLives.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { groupName, groups } from '../analysis/reach.ts';
import { overdueIn, planDays, referenceDay, statusOf } from '../analysis/timeline.ts';
import { type Upcoming, upcoming } from '../analysis/upcoming.ts';
import { check } from '../check/check.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Context } from '../diagnostics/rule.ts';
import { type Severity, severities } from '../diagnostics/severity.ts';
import type { Value } from '../i18n/message.ts';
import { everyone, names } from '../model/declaredIds.ts';
import { type Entry, remembered } from '../model/entry.ts';
import { isPlaceholder } from '../model/personName.ts';
import { type Plan, type Strategy, strategySays, workTime } from '../model/plan.ts';
import { rule as overdueRule } from '../rules/overdue.ts';
import {
  type PlanStatus,
  type StakeholderImpact,
  type StrategyStatus,
  stakeholderImpactValues,
} from '../schema/format.gen.ts';
import { type At, plainUnder } from '../syntax/tree.ts';
import { compareDays } from '../text/day.ts';
import { type HealthReport, healthOf } from './health.ts';
import { startText } from './startWith.ts';

/** What happens on a day: the plan starts, goes live or ends, a milestone, or a strategy (or one of its activities) starts or is due. */
export type DateKind = 'plan-start' | 'go-live' | 'plan-end' | 'milestone' | Upcoming['what'];

/** A day of a plan and what happens on it. */
export interface PlanDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly what: DateKind;
  /** Of what starts or is due. */
  readonly whose?: Upcoming['whose'];
  /** Of the milestone or strategy. */
  readonly title?: Value;
}

/** The first and the last of some days (`YYYY-MM-DD`), both included. */
export type Period = readonly [from: string, to: string];

/** What is said of one strategy. */
export interface StrategyOverview {
  readonly strategy: Strategy;
  readonly title: Value;
  /** Undefined where the plan says no status that exists. */
  readonly status: StrategyStatus | undefined;
  /** A real name. */
  readonly owner: string | undefined;
  readonly next: Upcoming | undefined;
  /** The due date, where that has passed and `overdue` says so. */
  readonly overdue: string | undefined;
  /** Of the problems in it. */
  readonly gravest: Severity | undefined;
  readonly notCounted: NotCounted | undefined;
}

/** What is said of one lever. */
export interface LeverOverview {
  readonly coverage: LeverCoverage;
  /** In the order of the text. */
  readonly strategies: readonly StrategyOverview[];
}

/** A stakeholder group, and when the plan changes something for it. */
export interface GroupOverview {
  readonly id: string;
  readonly name: string;
  /** How many people. */
  readonly size: number | undefined;
  readonly impact: StakeholderImpact | undefined;
  /** The days on which it goes live. */
  readonly goLives: readonly string[];
  /**
   * One for each strategy at work (neither paused nor cancelled) whose audience, or that of whose activities, names the
   * group or all: the days of the strategy and of these activities; where it says none, those of the plan. A group that
   * no strategy names has the days of the plan, unless the plan has no impact on it.
   */
  readonly periods: readonly Period[];
}

/** A plan among others. */
export interface Overview extends HealthReport {
  readonly title: string | undefined;
  /** Something of a plan is written: not where nothing could be read, or nothing is there yet. */
  readonly begun: boolean;
  /** The change lead: a real name. */
  readonly owner: string | undefined;
  readonly status: PlanStatus;
  readonly problems: Readonly<Record<Severity, number>>;
  /** "Start with: …", what to put right first, in the reader's language; empty where nothing is. */
  readonly startWith: string;
  readonly start: string | undefined;
  readonly goLive: string | undefined;
  readonly end: string | undefined;
  /** The first day from the one on which the plan is judged, as long as it has not ended. */
  readonly next: PlanDate | undefined;
  /** All days from that one on, in order; of a strategy only its next. */
  readonly coming: readonly PlanDate[];
  /** The go-live of the plan and the milestones that are one, by their days. */
  readonly goLives: readonly PlanDate[];
  /** How many levers are covered, and how many are enough for this reader. */
  readonly covered: number;
  readonly enough: number;
  /** All six, in the model's order. */
  readonly levers: readonly LeverOverview[];
  readonly groups: readonly GroupOverview[];
}

function textOf(at: At, key: string): string | undefined {
  const value = plainUnder(at, key);
  return value === undefined ? undefined : String(value);
}

/** What happens in a plan beside its strategies, in no order. */
function ownDates(plan: Plan): PlanDate[] {
  const { start, goLive, end } = planDays(plan);
  const milestones = plan.list('milestones').flatMap((milestone): PlanDate[] => {
    const day = milestone.day('date')?.value;
    if (day === undefined) return [];
    const title = textOf(milestone.at, 'title') ?? textOf(milestone.at, 'id');
    const what = milestone.text('kind') === 'go-live' ? 'go-live' : 'milestone';
    const named = title !== undefined && what === 'go-live' ? goLiveTitle(plan, milestone) : title;
    return [{ day, what, ...(named !== undefined && { title: named }) }];
  });
  return [
    // The name that a milestone has for a day says more.
    ...milestones,
    ...(goLive ? [{ day: goLive.value, what: 'go-live' } as const] : []),
    ...(start ? [{ day: start.value, what: 'plan-start' } as const] : []),
    ...(end ? [{ day: end.value, what: 'plan-end' } as const] : []),
  ];
}

/** The go-lives among some dates, one for each day. */
function goLivesOf(dates: readonly PlanDate[]): PlanDate[] {
  const byDay = new Map<string, PlanDate>();
  for (const date of dates) if (date.what === 'go-live' && !byDay.has(date.day)) byDay.set(date.day, date);
  return [...byDay.values()].sort((a, b) => compareDays(a.day, b.day));
}

/** When something goes on, as far as it says so; what is open is as the plan has it. */
interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function around(one: Days | undefined, other: Days): Days {
  if (!one) return other;
  const from = one.from && other.from && (one.from < other.from ? one.from : other.from);
  const to = one.to && other.to && (one.to > other.to ? one.to : other.to);
  return { from, to };
}

/** When an activity takes place: with one date, on that day. */
function activityDays(activity: Entry): Days | undefined {
  const { start, due } = workTime(activity);
  return (start ?? due) === undefined ? undefined : { from: start ?? due, to: due ?? start };
}

/** For each id in an audience of a strategy when something is done for it. */
const daysByGroup = remembered((strategy): ReadonlyMap<string, Days> => {
  const { audience, groups: named } = strategySays(strategy);
  const { start, due } = workTime(strategy);
  const own: Days | undefined = (start ?? due) === undefined ? undefined : { from: start, to: due };
  const found = new Map<string, Days>();
  if (own) for (const id of audience) found.set(id, own);
  for (const activity of strategy.entries('activities')) {
    const span = activityDays(activity);
    const ids = activity.texts('audience');
    if (span) for (const id of ids.length ? ids : audience) found.set(id, around(found.get(id), span));
  }
  for (const id of named) if (!found.has(id)) found.set(id, own ?? {});
  return found;
});

/** A period from what is said of it and, where that is open, from the plan; undefined where neither says anything. */
function periodOf({ from, to }: Days, plan: Days): Period | undefined {
  const first = from ?? plan.from ?? to;
  const last = to ?? plan.to ?? from;
  if (first === undefined || last === undefined) return undefined;
  return first <= last ? [first, last] : [last, first];
}

function groupsOf(plan: Plan): GroupOverview[] {
  const { start, goLive, end } = planDays(plan);
  const days: Days = { from: (start ?? goLive ?? end)?.value, to: (end ?? goLive ?? start)?.value };
  const whole = periodOf({}, days);
  const found = new Map<string, Period[]>([...names(plan).stakeholder.keys()].map((id) => [id, []]));
  for (const strategy of plan.strategies) {
    if (!strategy.live) continue;
    const byGroup = daysByGroup(strategy);
    const forAll = byGroup.get(everyone);
    for (const id of forAll ? found.keys() : byGroup.keys()) {
      const span = byGroup.get(id);
      const period = periodOf(forAll ? around(span, forAll) : (span ?? {}), days);
      if (period) found.get(id)?.push(period);
    }
  }
  return [...groups(plan)].map(([id, group]) => {
    const size = group.number('size')?.value;
    const impact = stakeholderImpactValues.find((value) => value === group.text('impact'));
    const periods = found.get(id) ?? [];
    return {
      id,
      name: groupName(group),
      size: size !== undefined && size >= 0 ? size : undefined,
      impact,
      goLives: goLiveDays(plan, id),
      periods: periods.length || impact === 'none' || !whole ? periods : [whole],
    };
  });
}

/** The gravest problem that begins in each strategy; problems and strategies stand in the order of the text. */
function gravestIn(plan: Plan, problems: readonly Problem[]): Map<Strategy, Severity> {
  const found = new Map<Strategy, Severity>();
  let index = 0;
  for (const strategy of plan.strategies) {
    const { start, end } = strategy.span;
    while ((problems[index]?.span.start ?? end) < start) index++;
    for (; (problems[index]?.span.start ?? end) < end; index++) {
      const { severity } = problems[index] as Problem;
      const before = found.get(strategy);
      if (!before || severities.indexOf(severity) < severities.indexOf(before)) found.set(strategy, severity);
    }
  }
  return found;
}

/** Puts a plan in a few words; finds its problems, unless they are known. */
export function overview(plan: Plan, context: Context): Overview {
  const problems = check(plan, context);
  const { levers, covered } = coverage(plan, context.catalog);
  const from = plan.ended ? undefined : referenceDay(plan, context);
  const dates = ownDates(plan);
  const gravest = gravestIn(plan, problems);
  const overdue = new Set(problems.filter(({ code }) => code === overdueRule.code).map(({ span }) => span.start));
  const late = overdueIn(plan, context);
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of problems) counts[severity]++;
  const inLevers = levers.map((lever) => ({
    coverage: lever,
    strategies: lever.strategies.map(({ strategy, notCounted }): StrategyOverview => {
      const owner = strategy.text('owner');
      const due = late?.dueOf(strategy);
      return {
        strategy,
        title: strategyTitle(strategy, context.catalog),
        status: statusOf(plan, strategy),
        owner: owner === undefined || isPlaceholder(owner) ? undefined : owner,
        next: from === undefined ? undefined : upcoming(strategy, from),
        overdue: due && overdue.has(due.span.start) ? due.value : undefined,
        gravest: gravest.get(strategy),
        notCounted,
      };
    }),
  }));
  const ofStrategies = inLevers.flatMap(({ strategies }) =>
    strategies.flatMap(({ next, title }): PlanDate[] => (next ? [{ ...next, title }] : [])),
  );
  const { start, goLive, end } = planDays(plan);
  const owner = plan.head && textOf(plan.head.at, 'owner');
  const found = groupsOf(plan);
  // Of several on one day the first that is found here comes first.
  const coming =
    from === undefined
      ? []
      : [...dates, ...ofStrategies].filter(({ day }) => day >= from).sort((a, b) => compareDays(a.day, b.day));
  return {
    title: plan.head && textOf(plan.head.at, 'title'),
    begun: Boolean(plan.head ?? plan.purpose) || plan.leverKeys.length > 0 || found.length > 0,
    owner: owner === undefined || isPlaceholder(owner) ? undefined : owner,
    status: plan.status,
    ...healthOf(plan, problems, context),
    problems: counts,
    startWith: startText(problems, context.locale),
    start: start?.value,
    goLive: goLive?.value,
    end: end?.value,
    next: coming[0],
    coming,
    goLives: goLivesOf(dates),
    covered: covered.length,
    enough: minimumLevers(context.settings),
    levers: inLevers,
    groups: found,
  };
}
