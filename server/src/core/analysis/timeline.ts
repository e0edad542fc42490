/** Time in a plan: reference day, reliable dates, work after go-live, overdue work. Days are `YYYY-MM-DD`. */
import type { Catalog, Phase } from '../model/catalog.ts';
import { type Entry, remembered, type Spanned } from '../model/entry.ts';
import { ofLevers, ofPlan, type Plan, type Strategy, workTime } from '../model/plan.ts';
import { isIncomplete, misspelt } from '../model/uncertain.ts';
import { type StrategyStatus, strategyPhaseValues, strategyStatusValues } from '../schema/format.gen.ts';
import { type Shape, shapes } from '../schema/schema.ts';
import { addDays, daysBetween } from '../text/day.ts';

/** Something is written there, or meant to be, that has a finding of its own: nothing else may rely on it. */
export type Unclear = 'unclear';

/** Whether a key is not there: neither is it misspelt, nor still empty. */
function notWritten(entry: Entry, key: string, shape: Shape | undefined): boolean {
  return entry.state(key) === 'missing' && !misspelt(entry.at, key, shape);
}

/** Whether nothing at all is written for a key: neither is it misspelt, nor half typed, nor still empty. */
export function absent(plan: Plan, entry: Entry, key: string, shape: Shape | undefined): boolean {
  return notWritten(entry, key, shape) && !isIncomplete(plan, entry);
}

/** The day after a key, undefined where there is none. */
export function dayUnder(
  plan: Plan,
  entry: Entry,
  key: string,
  shape: Shape | undefined,
): Spanned<string> | Unclear | undefined {
  return entry.day(key) ?? (absent(plan, entry, key, shape) ? undefined : 'unclear');
}

/** The day on which a plan is judged: `plan.asOf`, else today; undefined while `asOf` is no day yet. */
export function referenceDay(plan: Plan, context: { readonly today: string }): string | undefined {
  const asOf = plan.head && dayUnder(plan, plan.head, 'asOf', shapes.plan);
  if (asOf === 'unclear') return undefined;
  return asOf?.value ?? context.today;
}

/** The days of the plan itself, without those whose order `date-order` disputes. */
export interface PlanDays {
  readonly start?: Spanned<string>;
  readonly goLive?: Spanned<string>;
  readonly end?: Spanned<string>;
}

/** When a plan starts, goes live and ends. */
export const planDays = ofPlan((plan): PlanDays => {
  const dated = (['start', 'goLive', 'end'] as const).flatMap((key) => {
    const day = plan.head?.day(key);
    return day ? [{ key, day }] : [];
  });
  const early = (index: number) => {
    const [here, next] = [dated[index]?.day.value, dated[index + 1]?.day.value];
    return here === undefined || next === undefined || here <= next;
  };
  const sure = dated.filter((_, index) => early(index) && early(index - 1));
  return Object.fromEntries(sure.map(({ key, day }) => [key, day]));
});

/** From this many days before go-live on a draft is judged as an active plan. */
export const draftDays = 30;

/**
 * Whether a plan is judged as a draft: its status is `draft` and its go-live is not near, or it says no status and its
 * go-live is still to come.
 */
export function isDraft(plan: Plan, context: { readonly today: string }): boolean {
  if (plan.status !== 'draft') return false;
  const goLive = planDays(plan).goLive?.value;
  const day = goLive && referenceDay(plan, context);
  if (!goLive || !day) return true;
  const left = daysBetween(day, goLive);
  return plan.head?.text('status') === 'draft' ? left > draftDays : left >= 0;
}

/** Whether work is going on, so that dates and statuses are kept up to date. */
export function isRunning(plan: Plan, context: { readonly today: string }): boolean {
  return !plan.ended && !isDraft(plan, context);
}

/** Whether a day lies within the plan; of others `outside-plan-window` speaks. */
export function isWithin({ start, end }: PlanDays, day: string): boolean {
  return (!start || start.value <= day) && (!end || day <= end.value);
}

/** What a strategy has for a status: nothing at all is `missing`. */
const writtenStatus = remembered((strategy): StrategyStatus | Unclear | 'missing' => {
  const word = strategy.text('status');
  if (word === undefined) return notWritten(strategy, 'status', shapes.strategy) ? 'missing' : 'unclear';
  return strategyStatusValues.find((status) => status === word) ?? 'unclear';
});

/** A strategy's status; undefined where another rule speaks of it. */
export function statusOf(plan: Plan, strategy: Strategy): StrategyStatus | undefined {
  const status = writtenStatus(strategy);
  if (status === 'missing') return isIncomplete(plan, strategy) ? undefined : 'planned';
  return status === 'unclear' ? undefined : status;
}

/** Whether start and due date are in order and each is a day, or nothing at all: only text around it may make them unclear. */
const daysMayBeSure = remembered((strategy) => {
  const [start, due] = (['start', 'due'] as const).map(
    (key) => workTime(strategy)[key] ?? (notWritten(strategy, key, shapes.strategy) ? '' : undefined),
  );
  return start !== undefined && due !== undefined && (start <= due || due === '');
});

/** When a strategy starts and is due, as far as that is written. */
export interface StrategyDays {
  readonly start: Spanned<string> | undefined;
  readonly due: Spanned<string> | undefined;
}

/** Whether a strategy's days can be relied on. */
function daysSure(plan: Plan, strategy: Strategy): boolean {
  if (!daysMayBeSure(strategy)) return false;
  const { start, due } = strategy.time;
  return (start !== undefined && due !== undefined) || !isIncomplete(plan, strategy);
}

/** The days of a strategy; undefined where another rule speaks of one of them, or of their order. */
export function strategyDays(plan: Plan, strategy: Strategy): StrategyDays | undefined {
  return daysSure(plan, strategy) ? { start: strategy.day('start'), due: strategy.day('due') } : undefined;
}

/** A strategy's phase: its own, else the catalog's; undefined where neither names one. */
export function phaseOf(plan: Plan, strategy: Strategy, catalog: Catalog): Phase | Unclear | undefined {
  const own = strategy.word('phase')?.value;
  if (own !== undefined || !absent(plan, strategy, 'phase', shapes.strategy)) {
    return strategyPhaseValues.find((phase) => phase === own) ?? 'unclear';
  }
  if (!strategy.use) return strategy.state('use') === 'missing' ? undefined : 'unclear';
  const known = catalog.strategy(strategy.use.value);
  return known ? known.phase : 'unclear';
}

/** The last day of a strategy's activities, '' where they have none; `unclear` where one of them may be another day. */
const lastOfActivities = remembered((strategy): string | Unclear => {
  const list = strategy.value('activities');
  if (!list) return notWritten(strategy, 'activities', shapes.strategy) ? '' : 'unclear';
  const activities = strategy.entries('activities');
  if (list.kind !== 'list' || activities.length < list.items.length) return 'unclear';
  let last = '';
  for (const activity of activities) {
    for (const [key, day] of Object.entries(workTime(activity))) {
      if (day === undefined && !notWritten(activity, key, shapes.activity)) return 'unclear';
      if (day !== undefined && day > last) last = day;
    }
  }
  return last;
});

/**
 * Whether a strategy works after go-live (docs/domain.md 2.3): by its due date, an activity, or, where it has no due
 * date, its start or phase. Undefined where that cannot be told.
 */
export function worksAfter(plan: Plan, strategy: Strategy, goLive: string, catalog: Catalog): boolean | undefined {
  const status = statusOf(plan, strategy);
  if (status === 'paused' || status === 'cancelled') return false;
  if (status === undefined || !daysSure(plan, strategy)) return undefined;
  const { start, due } = strategy.time;
  if (due !== undefined && due > goLive) return true;
  const last = lastOfActivities(strategy);
  if (last === 'unclear') return undefined;
  if (last > goLive) return true;
  if (isIncomplete(plan, strategy)) return undefined;
  if (due !== undefined) return false;
  if (start !== undefined && start >= goLive) return true;
  const phase = phaseOf(plan, strategy, catalog);
  return phase === 'unclear' ? undefined : phase === 'sustain' && status !== 'done';
}

/**
 * Whether a strategy runs on a day after go-live: it is not done, paused or cancelled, and has not ended by its due date
 * and activities. Undefined where that cannot be told.
 */
export function runsOn(plan: Plan, strategy: Strategy, day: string, catalog: Catalog): boolean | undefined {
  const status = statusOf(plan, strategy);
  if (status === 'done') return false;
  if (status === 'in-progress' && absent(plan, strategy, 'due', shapes.strategy)) return true;
  return worksAfter(plan, strategy, addDays(day, -1), catalog);
}

/** The last day of a strategy's work after go-live, '' where it has none; `open` where it has no end, or none that can be told. */
function lastDayAfter(plan: Plan, strategy: Strategy, goLive: string, catalog: Catalog): string {
  const works = worksAfter(plan, strategy, goLive, catalog);
  if (works === false) return runsOn(plan, strategy, goLive, catalog) === false ? '' : 'open';
  const { due = '' } = strategy.time;
  const last = lastOfActivities(strategy);
  return works === undefined || last === 'unclear' || (due || last) <= goLive ? 'open' : due > last ? due : last;
}

/** By lever, the last day of work after go-live, '' where there is none; `open` where some of it has no end, or none that can be told. */
export const lastWorkAfter = ofLevers((plan, { strategies }, goLive: string, catalog: Catalog): string =>
  strategies.reduce((latest, strategy) => {
    const day = lastDayAfter(plan, strategy, goLive, catalog);
    return day > latest ? day : latest;
  }, ''),
);

/** Whether some strategy surely works after go-live; undefined where none does, as far as can be told. */
export function anyWorksAfter(plan: Plan, goLive: string, catalog: Catalog): boolean | undefined {
  const byLever = workAfter(plan, goLive, catalog);
  return byLever.includes('some') || (byLever.includes('unclear') ? undefined : false);
}

const workAfter = ofLevers((plan, { strategies }, goLive: string, catalog: Catalog): 'some' | 'none' | Unclear => {
  let unclear = false;
  for (const strategy of strategies) {
    const works = worksAfter(plan, strategy, goLive, catalog);
    if (works) return 'some';
    unclear ||= works === undefined;
  }
  return unclear ? 'unclear' : 'none';
});

/** Whether a result of a strategy is said not to be done. */
export function isOpenResult(result: Entry): boolean {
  const done = result.value('done');
  return done?.kind === 'scalar' && done.value === false;
}

/** The due dates of results that are said not to be done, the earliest first. */
const openResults = remembered((strategy): readonly string[] =>
  strategy
    .entries('deliverables')
    .flatMap((result) => (isOpenResult(result) ? (result.date('due') ?? []) : []))
    .sort(),
);

/** The result of a strategy that is due on a day and said not to be done. */
export function openResult(strategy: Strategy, due: string): Entry | undefined {
  return strategy.entries('deliverables').find((result) => isOpenResult(result) && result.date('due') === due);
}

/** What in a plan is overdue. */
export interface Overdue {
  /** The day on which the plan is judged. */
  readonly reference: string;
  /** The due date of a strategy, or the earliest of a result that is said not to be done, where it has passed although the work is not done. */
  dueOf(strategy: Strategy): Spanned<string> | undefined;
}

/** What is overdue in a plan (docs/domain.md 2.3); undefined where nothing can be: it is not running, or its day is not known. */
export function overdueIn(plan: Plan, context: { readonly today: string }): Overdue | undefined {
  const reference = isRunning(plan, context) ? referenceDay(plan, context) : undefined;
  if (reference === undefined) return undefined;
  const window = planDays(plan);
  return {
    reference,
    dueOf(strategy) {
      const isLate = (day: string | undefined) => day !== undefined && day < reference && isWithin(window, day);
      const [own, open] = [isLate(strategy.time.due), openResults(strategy).filter(isLate)];
      if (!own && open.length === 0) return undefined;
      const status = statusOf(plan, strategy);
      if (status !== 'planned' && status !== 'in-progress') return undefined;
      if (own) return strategyDays(plan, strategy)?.due;
      return openResult(strategy, open[0] as string)?.day('due');
    },
  };
}
