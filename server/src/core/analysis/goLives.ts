/** Go-lives: `plan.goLive` and the milestones of kind `go-live` after it, each with the groups that start on its day. */
import type { Value } from '../i18n/message.ts';
import { everyone, names } from '../model/declaredIds.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';
import { ofPlan, type Plan } from '../model/plan.ts';
import { shapes } from '../schema/schema.ts';
import { compareDays } from '../text/day.ts';
import { entryTitle } from './labels.ts';
import { groupName, groups } from './reach.ts';
import { dayUnder, isWithin, planDays, type Unclear } from './timeline.ts';

/** One go-live of a plan. */
export interface GoLive {
  readonly day: Spanned<string>;
  /** The ids under `audience`; none where it names nobody. */
  readonly audience: readonly string[];
  /** Undefined for `plan.goLive`. */
  readonly milestone?: Entry;
}

/** `plan.goLive`; `unclear` where `date-order` disputes it. */
const goLiveOfPlan = ofPlan((plan): Spanned<string> | Unclear | undefined => {
  const written = plan.head && dayUnder(plan, plan.head, 'goLive', shapes.plan);
  return written === undefined || written === 'unclear' ? written : (planDays(plan).goLive ?? 'unclear');
});

/** The milestones that are go-lives, as they are written. */
export function goLiveMilestones(plan: Plan): readonly Entry[] {
  return plan.list('milestones').filter((milestone) => milestone.text('kind') === 'go-live');
}

/**
 * The go-lives of a plan by their days, `plan.goLive` before a milestone of the same day; none where the plan has no
 * date. `unclear` where one of them cannot be relied on: half typed, disputed, or outside the plan.
 */
export const goLives = ofPlan((plan): readonly GoLive[] | Unclear => {
  const first = goLiveOfPlan(plan);
  if (first === 'unclear' || !listKnown(plan, 'milestones', ['kind'])) return 'unclear';
  const found: GoLive[] = first ? [{ day: first, audience: [] }] : [];
  for (const milestone of goLiveMilestones(plan)) {
    const day = milestone.day('date');
    if (!day || !isWithin(planDays(plan), day.value)) return 'unclear';
    found.push({ day, audience: milestone.texts('audience'), milestone });
  }
  return found.sort((a, b) => compareDays(a.day.value, b.day.value));
});

/**
 * The days on which a group goes live, those it is named for (by `all` too); where none names it, those that name nobody.
 * None where that cannot be told.
 */
export function goLiveDays(plan: Plan, group: string): string[] {
  const all = goLives(plan);
  if (all === 'unclear') return [];
  const own = all.filter(({ audience }) => audience.includes(group) || audience.includes(everyone));
  return (own.length ? own : all.filter(({ audience }) => audience.length === 0)).map(({ day }) => day.value);
}

/** What a go-live milestone is called, with the groups that it names: “Wave 2 (Team leads)”. */
export function goLiveTitle(plan: Plan, milestone: Entry): Value {
  const title = entryTitle(milestone);
  const found = groups(plan);
  const who = milestone.texts('audience').map((id): Value => {
    const group = found.get(id);
    return id === everyone ? { en: 'everyone', 'zh-CN': '所有群体' } : group ? groupName(group) : id;
  });
  return who.length ? { text: { en: '{title} ({who})', 'zh-CN': '{title}（{who}）' }, data: { title, who } } : title;
}

/** The first or last go-live of all, for whomever it is. */
function goLiveAt(plan: Plan, index: 0 | -1): Spanned<string> | Unclear | undefined {
  const all = goLives(plan);
  return all === 'unclear' ? all : all.at(index)?.day;
}

/** The first go-live of a plan: `plan.goLive`, or a milestone that is earlier (`go-live-moved` speaks of it). */
export function firstGoLive(plan: Plan): Spanned<string> | Unclear | undefined {
  return goLiveAt(plan, 0);
}

/** The last go-live of a plan: what is to be sustained is whole from this day on. */
export function lastGoLive(plan: Plan): Spanned<string> | Unclear | undefined {
  return goLiveAt(plan, -1);
}

/** By id of a group, the earliest go-live milestone that names it; `all` under its own word. */
const named = ofPlan((plan): ReadonlyMap<string, Spanned<string>> | Unclear => {
  const all = goLives(plan);
  if (all === 'unclear' || !listKnown(plan, 'milestones', ['audience'])) return 'unclear';
  const known = names(plan).stakeholder;
  const first = new Map<string, Spanned<string>>();
  for (const { day, audience } of all) {
    for (const id of audience) {
      // An id that leads nowhere may be that of any group.
      if (id !== everyone && !known.has(id)) return 'unclear';
      if (!first.has(id)) first.set(id, day);
    }
  }
  return first;
});

/**
 * The day on which a group starts to work in the new way: the earliest go-live milestone whose audience names it (or
 * `all`), else `plan.goLive`. Undefined where the plan has no such day, `unclear` where it cannot be told.
 */
export function goLiveOf(plan: Plan, group: string): Spanned<string> | Unclear | undefined {
  const byGroup = named(plan);
  if (byGroup === 'unclear') return byGroup;
  const own = byGroup.get(group);
  const all = byGroup.get(everyone);
  if (own && all) return all.value < own.value ? all : own;
  return own ?? all ?? goLiveOfPlan(plan);
}

/**
 * The day on which the last of the groups in an audience starts: what comes before it comes in time for somebody.
 * `all`, or an audience of nobody, stands for every group of the plan.
 */
export function lastGoLiveOf(plan: Plan, audience: readonly string[]): Spanned<string> | Unclear | undefined {
  const everybody = audience.length === 0 || audience.includes(everyone);
  const days = (everybody ? [...names(plan).stakeholder.keys()] : audience).map((id) => goLiveOf(plan, id));
  const found: Spanned<string>[] = [];
  for (const day of days.length ? days : [goLiveOfPlan(plan)]) {
    if (day === 'unclear') return day;
    if (day) found.push(day);
  }
  return found.length ? found.reduce((a, b) => (b.value > a.value ? b : a)) : undefined;
}
