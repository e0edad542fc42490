/**
 * What helps each group to know how, and to choose to: the two halves of a behavior (docs/domain.md 1.1). Enablement
 * and trainings work on the first, Leadership, Ecosystem and Values on the second.
 */
import { type Catalog, catalogued } from '../model/catalog.ts';
import { everyone, names } from '../model/declaredIds.ts';
import { type Entry, remembered } from '../model/entry.ts';
import { ofLevers, ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { isUncertain } from '../model/uncertain.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { goLiveOf } from './goLives.ts';
import { audiencesKnown, groups, meant } from './reach.ts';

/** The levers that work on what people choose. */
export const choosing: readonly LeverId[] = ['leadership', 'ecosystem', 'values'];

/** A strategy, or one of its trainings, from which a group learns. Days are `YYYY-MM-DD`. */
export interface Learning {
  readonly strategy: Strategy;
  /** When it begins; undefined where nobody has said so yet. */
  readonly from: string | undefined;
  /** It is an activity of the strategy in which the group learns, and not the strategy as a whole. */
  readonly training: boolean;
}

/** What is done for one group. */
export interface KnowAndChoose {
  readonly id: string;
  readonly group: Entry;
  /** The day on which the group goes live; undefined where there is none, or it cannot be told. */
  readonly goLive: string | undefined;
  /** Learning that begins before the group's go-live, or may. */
  readonly know: readonly Learning[];
  /** Learning that begins only on that day or later. */
  readonly late: readonly Learning[];
  /** Strategies of Leadership, Ecosystem and Values that reach it. */
  readonly choose: readonly Strategy[];
}

/** Whether people learn in an activity, or may. */
export function isLearning(activity: Entry): boolean {
  return activity.text('kind') === 'learning' || isUncertain(activity, 'kind', shapes.activity);
}

/** The trainings among the activities of a strategy: for which groups, and from which day on. */
const trainings = remembered((strategy): readonly { ids: readonly string[]; from: string | undefined }[] =>
  strategy.entries('activities').flatMap((activity) => {
    if (!isLearning(activity)) return [];
    const ids = activity.state('audience') === 'missing' ? strategy.texts('audience') : activity.texts('audience');
    return { ids, from: activity.date('start') ?? activity.date('due') };
  }),
);

/** The first day of a strategy: its start, else that of its activities; undefined where neither is written. */
const firstDay = remembered((strategy): string | undefined => {
  const days = strategy.entries('activities').map((activity) => activity.date('start') ?? activity.date('due') ?? '');
  return strategy.date('start') ?? days.filter((day) => day !== '').sort()[0];
});

/** Whether a strategy is one of Enablement: by its place or by the catalog, where these differ. */
function enables(strategy: Strategy, catalog: Catalog): boolean {
  return strategy.lever.id === 'enablement' || catalogued(strategy, catalog)?.lever === 'enablement';
}

/** What the strategies of a lever do for a group whose id they name; strategies by their index in the lever. */
interface Done {
  readonly learning: { readonly index: number; readonly from: string | undefined; readonly training: boolean }[];
  readonly choose: number[];
}

/** What is done under each lever, by the ids that its strategies name, `all` among them. */
const doneByLever = ofLevers((_, { strategies }, catalog: Catalog): ReadonlyMap<string, Done> => {
  const found = new Map<string, Done>();
  const of = (id: string) => getOrMake(found, id, (): Done => ({ learning: [], choose: [] }));
  for (const [index, strategy] of strategies.entries()) {
    if (!strategy.live) continue;
    for (const { ids, from } of trainings(strategy)) {
      for (const id of ids) of(id).learning.push({ index, from, training: true });
    }
    const ids = new Set(strategy.says.groups);
    if (enables(strategy, catalog)) {
      for (const id of ids) of(id).learning.push({ index, from: firstDay(strategy), training: false });
    } else if (choosing.includes(strategy.lever.id)) {
      for (const id of ids) of(id).choose.push(index);
    }
  }
  return found;
});

/**
 * Whether one of these strategies names nobody yet, in itself or in its activities: it may be for any group, and is
 * asked for its audience first.
 */
export function isForAnyone(plan: Plan, counts: (strategy: Strategy) => boolean): boolean {
  return plan.strategies.some((strategy) => strategy.live && strategy.says.groups.length === 0 && counts(strategy));
}

/**
 * What is done for each group, in the order of the plan. An id that leads nowhere counts for the groups that it may
 * mean. Undefined where an audience cannot be read.
 */
export const knowAndChoose = ofPlan((plan, catalog: Catalog): readonly KnowAndChoose[] | undefined => {
  if (!audiencesKnown(plan)) return undefined;
  const byLever = doneByLever(plan, catalog);
  const written = new Set(byLever.flatMap((done) => [...done.keys()]));
  // Whether too many lead nowhere to tell is asked of all at once.
  if (!meant(plan, written)) return undefined;
  const known = names(plan).stakeholder;
  /** By group, ids that lead nowhere and may mean it. */
  const slips = new Map<string, string[]>();
  for (const id of written) {
    if (id === everyone || known.has(id)) continue;
    for (const near of meant(plan, [id]) ?? []) getOrMake(slips, near, () => []).push(id);
  }
  return [...groups(plan)].map(([id, group]) => {
    const day = goLiveOf(plan, id);
    const goLive = day === 'unclear' ? undefined : day?.value;
    const [know, late, choose]: [Learning[], Learning[], Set<Strategy>] = [[], [], new Set()];
    for (const name of [id, everyone, ...(slips.get(id) ?? [])]) {
      plan.levers.forEach(({ strategies }, at) => {
        const done = byLever[at]?.get(name);
        if (!done) return;
        for (const { index, from, training } of done.learning) {
          const isLate = goLive !== undefined && from !== undefined && from >= goLive;
          (isLate ? late : know).push({ strategy: strategies[index] as Strategy, from, training });
        }
        for (const index of done.choose) choose.add(strategies[index] as Strategy);
      });
    }
    return { id, group, goLive, know, late, choose: [...choose] };
  });
});

/** From how many strategies a group learns before its go-live. */
export function learnsFrom({ know }: KnowAndChoose): number {
  return new Set(know.map(({ strategy }) => strategy)).size;
}

/** What is done for each group, by the group. */
export const knowAndChooseOf = ofPlan(
  (plan, catalog: Catalog): ReadonlyMap<Entry, KnowAndChoose> =>
    new Map(knowAndChoose(plan, catalog)?.map((found) => [found.group, found])),
);
