/** Change load: which groups are affected by several plans at the same time. */
import { type StakeholderImpact, stakeholderImpactValues } from '../schema/format.gen.ts';
import type { Health } from './health.ts';
import type { Period } from './overview.ts';

/** What of a plan counts in a portfolio: an `Overview`, as far as it is needed, or what was kept of one. */
export interface PortfolioPlan {
  readonly health: Health;
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly size?: number | undefined;
    readonly impact?: StakeholderImpact | undefined;
    readonly periods: readonly Period[];
  }[];
}

/** How much changes for a group in a month. */
export interface Load {
  /** The plans that change something for it, as places in the list of plans. */
  readonly plans: readonly number[];
  /** How many strategies do, of all these plans. */
  readonly strategies: number;
}

/** A group that has the same id in one or several plans. */
export interface GroupLoad {
  readonly id: string;
  /** Its names, that of most plans first; plans may call it otherwise. */
  readonly names: readonly string[];
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
  /** `YYYY-MM`, one after the other without a gap. */
  readonly months: readonly string[];
  /** Those hit by the most plans at once first. */
  readonly groups: readonly GroupLoad[];
}

/** Maximum of months shown: one misspelt year must not squeeze all others together. */
const mostMonths = 36;

/** So many months before the current one are of interest. */
const monthsBack = 6;

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month (`YYYY-MM`) so many months later, or earlier. */
function laterMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The months (`YYYY-MM`) from one to another, both included, without a gap; no more than a calendar has room for. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last && months.length < mostMonths; month = laterMonth(month, 1)) months.push(month);
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

/** Words by how often they occur, each once. */
function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/**
 * The change load of several plans: groups are the same where they have the same id. Plans that have ended (closed or
 * cancelled) change nothing any more. `today`: `YYYY-MM-DD`.
 */
export function changeLoad(plans: readonly PortfolioPlan[], today: string): ChangeLoad {
  const entries = plans.flatMap(({ health, groups }, plan) =>
    health === 'ended' ? [] : groups.map((group) => ({ plan, group })),
  );
  const months = monthsOf(
    entries.flatMap(({ group }) => group.periods),
    today,
  );
  const byId = new Map<string, typeof entries>();
  for (const entry of entries) {
    const same = byId.get(entry.group.id);
    if (same) same.push(entry);
    else byId.set(entry.group.id, [entry]);
  }
  const groups = [...byId].map(([id, found]): GroupLoad => {
    const sizes = found.flatMap(({ group }) => group.size ?? []);
    const impacts = found.map(({ group }) => group.impact);
    const loads = months.map((month): Load => {
      const hits = found.map(({ plan, group }) => ({
        plan,
        strategies: group.periods.filter(([from, to]) => monthOf(from) <= month && month <= monthOf(to)).length,
      }));
      return {
        plans: hits.filter(({ strategies }) => strategies > 0).map(({ plan }) => plan),
        strategies: hits.reduce((sum, { strategies }) => sum + strategies, 0),
      };
    });
    return {
      id,
      names: byFrequency(found.map(({ group }) => group.name)),
      size: sizes.length ? Math.max(...sizes) : undefined,
      impact: stakeholderImpactValues.findLast((impact) => impacts.includes(impact)),
      loads,
      most: Math.max(0, ...loads.map(({ plans: hit }) => hit.length)),
    };
  });
  return { months, groups: groups.sort((a, b) => b.most - a.most || total(b) - total(a)) };
}

function total({ loads }: GroupLoad): number {
  return loads.reduce((sum, { strategies }) => sum + strategies, 0);
}
