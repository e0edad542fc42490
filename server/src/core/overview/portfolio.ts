/** Change load: which groups several plans change something for at the same time. */
import { folded } from '../model/personName.ts';
import { type StakeholderImpact, stakeholderImpactValues } from '../schema/format.gen.ts';
import { addMonths } from '../text/day.ts';
import { getOrMake } from '../text/getOrMake.ts';
import type { Health } from './health.ts';
import type { Period } from './overview.ts';

/** An id under which plans have groups of different names: whether they are one is for their authors to say. */
export interface NamedApart {
  readonly id: string;
  /** Each name, as the first of its plans writes it, and the plans as places in the list of plans. */
  readonly names: readonly { readonly name: string; readonly plans: readonly number[] }[];
}

/** What of a plan counts in a portfolio: an `Overview`, as far as it is needed, or what was kept of one. */
export interface PortfolioPlan {
  readonly health: Health;
  /** Something of a plan is written in the file. */
  readonly begun: boolean;
  readonly goLives: readonly { readonly day: string }[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly size?: number | undefined;
    readonly impact?: StakeholderImpact | undefined;
    readonly goLives: readonly string[];
    readonly periods: readonly Period[];
  }[];
}

/** How much changes for a group in a month. */
export interface Load {
  /** The plans that change something for it, as places in the list of plans. */
  readonly plans: readonly number[];
  /** How many strategies do, of all these plans. */
  readonly strategies: number;
  /** The weights of the impact that each of these plans has on it, added up. */
  readonly weight: number;
  /** How many of these plans go live for it in this month. */
  readonly goLives: number;
}

/** A group that two or more plans name by the same id and the same name, and change something for in the same month. */
export interface GroupLoad {
  readonly id: string;
  /** As the first of the plans writes it. */
  readonly name: string;
  /** The largest number of people that a plan gives. */
  readonly size: number | undefined;
  /** The highest impact that a plan has on it. */
  readonly impact: StakeholderImpact | undefined;
  /** One for each month of the portfolio. */
  readonly loads: readonly Load[];
  /** The most plans in one month. */
  readonly most: number;
}

/** Who is hit by how many changes at the same time. */
export interface ChangeLoad {
  /** `YYYY-MM`, one after the other without a gap: those in which a plan goes live, or two plans meet in a group. */
  readonly months: readonly string[];
  /** Those with the highest load first. */
  readonly groups: readonly GroupLoad[];
}

/** What a plan weighs for a group; one that says no impact weighs as little as one can. */
const weights: Readonly<Record<StakeholderImpact, number>> = { none: 0, low: 1, medium: 2, high: 3 };

/** Maximum of months shown: one misspelt year must not squeeze all others together. */
const mostMonths = 36;

/** So many months before the current one are of interest. */
const monthsBack = 6;

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month (`YYYY-MM`) so many months later, or earlier. */
function laterMonth(month: string, by: number): string {
  return addMonths(`${month}-01`, by).slice(0, -'-01'.length);
}

/** The months (`YYYY-MM`) from one to another, both included, without a gap; no more than a calendar has room for. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  // What comes after the year 9999 does not sort as text.
  const within = (month: string) => month.length === last.length && month <= last;
  for (let month = first; within(month) && months.length < mostMonths; month = laterMonth(month, 1)) months.push(month);
  return months;
}

/** The months in which plans change something, from half a year before today at the earliest. */
function monthsOf(periods: readonly Period[], today: string): string[] {
  const earliest = laterMonth(monthOf(today), -monthsBack);
  const near = periods.filter(([, to]) => monthOf(to) >= earliest);
  if (near.length === 0) return [];
  const first = near.map(([from]) => monthOf(from)).reduce((a, b) => (a < b ? a : b));
  const last = near.map(([, to]) => monthOf(to)).reduce((a, b) => (a > b ? a : b));
  return monthsFrom(first < earliest ? earliest : first, last);
}

type PlacedGroup = { readonly plan: number; readonly group: PortfolioPlan['groups'][number] };

/** Groups of plans under what makes them one: id and name. The same id with another name is another group. */
function merged(entries: readonly PlacedGroup[]): PlacedGroup[][] {
  const found = new Map<string, PlacedGroup[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.group.id, folded(entry.group.name)]);
    const same = found.get(key);
    if (same) same.push(entry);
    else found.set(key, [entry]);
  }
  return [...found.values()];
}

/** The ids that have several names in plans that have not ended, in the order of the plans; groups without a name of their own are left out. */
export function namedApart(plans: readonly PortfolioPlan[]): NamedApart[] {
  const ids = new Map<string, Map<string, { name: string; plans: number[] }>>();
  for (const [place, { health, groups }] of plans.entries()) {
    if (health === 'ended') continue;
    for (const { id, name } of groups) {
      if (!id || !name || name === id) continue;
      const names = getOrMake(ids, id, () => new Map());
      getOrMake(names, folded(name), () => ({ name, plans: [] })).plans.push(place);
    }
  }
  return [...ids].flatMap(([id, names]) => (names.size > 1 ? [{ id, names: [...names.values()] }] : []));
}

/** What reaches a group in a month. */
function loadIn(month: string, found: readonly PlacedGroup[]): Load {
  const hits = found.flatMap(({ plan, group }) => {
    const strategies = group.periods.filter(([from, to]) => monthOf(from) <= month && month <= monthOf(to)).length;
    const live = group.goLives.some((day) => monthOf(day) === month);
    return strategies > 0 ? [{ plan, strategies, weight: weights[group.impact ?? 'low'], live }] : [];
  });
  return {
    plans: hits.map(({ plan }) => plan),
    strategies: hits.reduce((sum, { strategies }) => sum + strategies, 0),
    weight: hits.reduce((sum, { weight }) => sum + weight, 0),
    goLives: hits.filter(({ live }) => live).length,
  };
}

function loadOf(found: readonly PlacedGroup[], months: readonly string[]): GroupLoad {
  const { id, name } = (found[0] as PlacedGroup).group;
  const sizes = found.flatMap(({ group }) => group.size ?? []);
  const impacts = found.map(({ group }) => group.impact);
  const loads = months.map((month) => loadIn(month, found));
  return {
    id,
    name,
    size: sizes.length ? Math.max(...sizes) : undefined,
    impact: stakeholderImpactValues.findLast((impact) => impacts.includes(impact)),
    loads,
    most: Math.max(0, ...loads.map(({ plans: hit }) => hit.length)),
  };
}

/** Whether two or more plans change something for a group. */
function meets({ plans }: Load): boolean {
  return plans.length >= 2;
}

/** Whether plans that meet weigh more than a threshold together; 0: there is none. */
export function isOver(load: Load, threshold: number): boolean {
  return threshold > 0 && meets(load) && load.weight > threshold;
}

/** The load of the worst month in which plans meet, times the people; a group without a number counts as one person. */
function burden({ loads, size }: GroupLoad): number {
  return Math.max(0, ...loads.filter(meets).map(({ weight }) => weight)) * Math.max(1, size ?? 1);
}

/**
 * The change load of several plans, where two or more meet: in a month each plan that changes something for a group
 * weighs 1 (low impact, or none said), 2 (medium) or 3 (high); the weights are added up. Groups come by their worst
 * month times their people. A plan that says it has no impact on a group does not reach it, and plans that have ended
 * (closed or cancelled) change nothing any more. `today`: `YYYY-MM-DD`.
 */
export function changeLoad(plans: readonly PortfolioPlan[], today: string): ChangeLoad {
  const alive = plans.map((plan) => (plan.health === 'ended' ? { ...plan, goLives: [], groups: [] } : plan));
  const entries = alive.flatMap(({ groups }, plan) =>
    groups.filter(({ impact }) => impact !== 'none').map((group) => ({ plan, group })),
  );
  const shared = merged(entries).filter((found) => found.length >= 2);
  const goLives = alive.flatMap((plan) => plan.goLives.map(({ day }): Period => [day, day]));
  const all = monthsOf([...shared.flatMap((found) => found.flatMap(({ group }) => group.periods)), ...goLives], today);
  const groups = shared.map((found) => loadOf(found, all)).filter(({ most }) => most >= 2);
  const counts = all.map(
    (month, index) =>
      goLives.some(([day]) => monthOf(day) === month) || groups.some(({ loads }) => meets(loads[index] as Load)),
  );
  const [first, end] = [Math.max(0, counts.indexOf(true)), counts.lastIndexOf(true) + 1];
  return {
    months: all.slice(first, end),
    groups: groups
      .map((group) => ({ ...group, loads: group.loads.slice(first, end) }))
      .sort((a, b) => burden(b) - burden(a) || b.most - a.most),
  };
}
