/** What happens when in a plan: strategies and their activities, milestones, and what goes on after go-live. */

import { dependencies } from '../../analysis/dependencies.ts';
import { goLiveTitle, lastGoLive } from '../../analysis/goLives.ts';
import { entryTitle } from '../../analysis/labels.ts';
import { overdueIn, type PlanDays, planDays, referenceDay, worksAfter } from '../../analysis/timeline.ts';
import type { Context } from '../../diagnostics/rule.ts';
import type { Value } from '../../i18n/message.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Entry } from '../../model/entry.ts';
import { type Plan, type Strategy, workTime } from '../../model/plan.ts';
import type { LeverId } from '../../schema/format.gen.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import { itemsOf, valueUnder } from '../../syntax/tree.ts';
import { addDays, daysBetween, isDay } from '../../text/day.ts';
import type { Since } from './since.ts';

/** A stretch of days, `YYYY-MM-DD`, as far as it is written. */
export interface Days {
  readonly start?: string;
  readonly due?: string;
}

/** An activity of a strategy that has a day at least. */
export interface ActivityBar extends Days {
  readonly activity: Entry;
}

/** A strategy in time. */
export interface StrategyBar extends Days {
  readonly strategy: Strategy;
  /** Its days contradict each other, so that none is drawn. */
  readonly contrary: boolean;
  readonly activities: readonly ActivityBar[];
  /** The strategies and milestones that it waits for. */
  readonly waitsFor: readonly Entry[];
  /** The day since which it is overdue. */
  readonly overdue: string | undefined;
  /** It goes on, or begins, after the last go-live. */
  readonly after: boolean;
  /** In a plan that is compared: it is new, or it was on these other days. */
  readonly added: boolean;
  readonly was?: Days;
}

/** A strategy that the version with which a plan is compared has alone, on its days. */
export interface GoneBar extends Days {
  readonly strategy: Strategy;
}

/** A day of that version on which nothing is any more: something moved from it, or is gone. */
export interface PastDay {
  /** A milestone; undefined for the go-live of the plan itself. */
  readonly milestone?: Entry;
  readonly day: string;
  readonly title: Value;
  readonly gone: boolean;
}

interface MilestoneDay {
  readonly milestone: Entry;
  readonly day: string;
  readonly title: Value;
}

export interface Timeline {
  /** The first and the last day that are drawn; undefined where nothing has a day. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly window: PlanDays;
  /** The day on which the plan is judged; undefined while `asOf` is no day yet. */
  readonly today: string | undefined;
  /** By lever, in the order of the text. */
  readonly bars: ReadonlyMap<LeverId, readonly StrategyBar[]>;
  readonly milestones: readonly MilestoneDay[];
  /** The days of `sustainment`: until when it goes on, and when it is looked at. */
  readonly sustainment: { readonly until?: string; readonly reviews: readonly string[] };
  /** What was otherwise in the version with which the plan is compared; nothing without one. */
  readonly gone: ReadonlyMap<LeverId, readonly GoneBar[]>;
  readonly past: readonly PastDay[];
}

function daysOf(entry: Entry): Days & { readonly contrary: boolean } {
  const { start, due } = workTime(entry);
  if (start !== undefined && due !== undefined && start > due) return { contrary: true };
  return { ...(start && { start }), ...(due && { due }), contrary: false };
}

function activitiesOf(strategy: Strategy): ActivityBar[] {
  return strategy.entries('activities').flatMap((activity) => {
    const { contrary, ...days } = daysOf(activity);
    return days.start || days.due ? { activity, ...days } : [];
  });
}

function sustainmentOf({ sustainment }: Plan): Timeline['sustainment'] {
  if (!sustainment) return { reviews: [] };
  const until = sustainment.day('until')?.value;
  const reviews = itemsOf(valueUnder(sustainment.at, 'reviews')).flatMap(({ node }) =>
    node.kind === 'scalar' && typeof node.value === 'string' && isDay(node.value) ? node.value : [],
  );
  return { ...(until && { until }), reviews };
}

/** A day that is further than this from the plan's own days (or than these last) is mistyped: it must not squeeze all others. */
const farDays = 730;

/** The days to draw: all that are written, but none that is far from the plan itself. */
function range(days: readonly string[], window: PlanDays, today: string | undefined): [string, string] | [] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const own = Object.values(window).map(({ value }) => value as string);
  const middle = days[days.length >> 1] as string;
  const [start, end] = own.length ? [own[0] as string, own.at(-1) as string] : [today ?? middle, today ?? middle];
  const reach = Math.max(daysBetween(start, end), farDays);
  const [least, most] = [addDays(start, -reach), addDays(end, reach)];
  const within = days.filter((day) => least <= day && day <= most);
  return within.length ? [within[0] as string, within.at(-1) as string] : [first, last];
}

function milestonesOf(plan: Plan): MilestoneDay[] {
  return plan.list('milestones').flatMap((milestone) => {
    const day = milestone.day('date')?.value;
    const title = milestone.text('kind') === 'go-live' ? goLiveTitle(plan, milestone) : entryTitle(milestone);
    return day ? [{ milestone, day, title }] : [];
  });
}

/** The days on which a strategy was; undefined where it had none, or has the same. */
function wasOn(strategy: Strategy, days: Days, since: Since | undefined): Days | undefined {
  const before = since?.was.get(strategy);
  if (!before) return undefined;
  const { contrary: _, ...was } = daysOf(before);
  return (was.start ?? was.due) && (was.start !== days.start || was.due !== days.due) ? was : undefined;
}

function goneIn(since: Since | undefined): Map<LeverId, GoneBar[]> {
  const found = new Map<LeverId, GoneBar[]>();
  for (const strategy of since?.plan.strategies ?? []) {
    if (!since?.gone.has(strategy)) continue;
    const { contrary: _, ...days } = daysOf(strategy);
    found.set(strategy.lever.id, [...(found.get(strategy.lever.id) ?? []), { strategy, ...days }]);
  }
  return found;
}

function pastIn(since: Since | undefined, window: PlanDays, milestones: readonly MilestoneDay[]): PastDay[] {
  if (!since) return [];
  const now = new Map(milestones.map(({ milestone, day }) => [since.was.get(milestone), day]));
  const goLive = planDays(since.plan).goLive?.value;
  const moved = milestonesOf(since.plan).flatMap(({ milestone, day, title }): PastDay[] => {
    const gone = since.gone.has(milestone);
    return gone || (now.get(milestone) ?? day) !== day ? [{ milestone, day, title, gone }] : [];
  });
  const title = choiceName(shapes.milestone.key('kind'), 'go-live');
  if (goLive === undefined || goLive === window.goLive?.value) return moved;
  return [{ day: goLive, title, gone: !window.goLive }, ...moved];
}

/** Work, milestones and care over time; `since`: with what is otherwise in that version. */
export function timeline(
  plan: Plan,
  context: Pick<Context, 'today'> & { readonly catalog: Catalog },
  since?: Since,
): Timeline {
  const window = planDays(plan);
  const last = lastGoLive(plan);
  const goLive = last === 'unclear' ? window.goLive?.value : last?.value;
  const overdue = overdueIn(plan, context);
  const { links } = dependencies(plan);
  const bars = new Map<LeverId, StrategyBar[]>();
  for (const strategy of plan.strategies) {
    const days = daysOf(strategy);
    const was = wasOn(strategy, days, since);
    const bar: StrategyBar = {
      strategy,
      ...days,
      activities: activitiesOf(strategy),
      waitsFor: (links.get(strategy) ?? []).map(({ to }) => to),
      overdue: overdue?.dueOf(strategy)?.value,
      after: goLive !== undefined && worksAfter(plan, strategy, goLive, context.catalog) === true,
      added: since?.added.has(strategy) ?? false,
      ...(was && { was }),
    };
    const lane = bars.get(strategy.lever.id);
    if (lane) lane.push(bar);
    else bars.set(strategy.lever.id, [bar]);
  }
  const milestones = milestonesOf(plan);
  const gone = goneIn(since);
  const past = pastIn(since, window, milestones);
  const sustainment = sustainmentOf(plan);
  const today = referenceDay(plan, context);
  const written = [
    ...[...bars.values()]
      .flat()
      .flatMap((bar) => [bar, ...bar.activities, ...(bar.was ? [bar.was] : [])])
      .concat([...gone.values()].flat())
      .flatMap(({ start, due }) => [start, due]),
    ...[...milestones, ...past].map(({ day }) => day),
    ...Object.values(window).map(({ value }) => value as string),
    ...sustainment.reviews,
    sustainment.until,
    plan.head?.day('asOf')?.value,
  ];
  const days = written.filter((day) => day !== undefined).sort();
  const [from, to] = range(days, window, today);
  return { from, to, window, today, bars, milestones, sustainment, gone, past };
}
