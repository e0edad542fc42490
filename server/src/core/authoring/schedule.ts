/** Schedules a drafted plan from go-live and today, mostly on working days. */

import type { Catalog, CatalogStrategy, Phase } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { addDays, addWorkingDays, daysBetween, workingDayFrom } from '../text/day.ts';
import type { Answers } from './answers.ts';

/** The days of a plan, all worked out from go-live and today. */
export interface Days {
  readonly start: string;
  readonly goLive: string;
  readonly end: string;
  /** The review after go-live in which open choices are made. */
  readonly review: string;
  /** The later of go-live and today. */
  readonly live: string;
  readonly past: boolean;
  /** A working day after a share of the time until go-live, but always before it if there is time left. */
  before(share: number): string;
}

/** The time until go-live where nobody has named a day. */
export const weeksUntilGoLive = 12;

/** The days for a go-live that was answered, or else for one in `weeksUntilGoLive`. */
export function daysFor(answers: Pick<Answers, 'goLive'>, today: string): Days {
  const goLive = answers.goLive ?? workingDayFrom(addDays(today, weeksUntilGoLive * 7));
  const past = goLive <= today;
  const monday = workingDayFrom(today);
  const first = past || monday < goLive ? monday : today;
  const live = past ? monday : goLive;
  return {
    start: past ? goLive : first,
    goLive,
    end: addWorkingDays(live, 125),
    review: addWorkingDays(live, 20),
    live,
    past,
    before(share) {
      const day = past ? first : workingDayFrom(addDays(first, Math.floor(daysBetween(first, goLive) * share)));
      return day < goLive || past ? day : first;
    },
  };
}

/** A strategy that was chosen, and when its work goes on. */
export interface Chosen {
  readonly known: CatalogStrategy;
  readonly start: string;
  readonly due: string;
}

/** From which share of the time until go-live to which what prepares it usually goes on, where that is not the first 80 %. */
const shares: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['stakeholder-assessment', [0, 0.25]],
  ['who-is-touched', [0, 0.25]],
  ['employee-involvement', [0, 0.6]],
  ['org-structure-impact', [0, 0.5]],
  ['ai-governance', [0, 0.5]],
  ['ai-purpose-value', [0.1, 0.6]],
  ['why-for-each-group', [0.1, 0.6]],
  ['transparent-communication', [0.1, 0.9]],
  ['policy-updates', [0.25, 0.8]],
  ['training-strategy', [0.4, 0.9]],
  ['trial-visits', [0.5, 0.9]],
]);

/**
 * When the work of a strategy usually goes on, by its phase in the catalog: preparing ends before go-live, managing goes
 * on around it, sustaining after it. Where go-live is past, what is still to be prepared takes four weeks from now.
 */
function usualDays({ id, phase }: Pick<CatalogStrategy, 'id' | 'phase'>, days: Days): Omit<Chosen, 'known'> {
  if (phase === 'sustain') return { start: addWorkingDays(days.live, 1), due: days.end };
  const [from, to] = phase === 'prepare' ? (shares.get(id) ?? [0, 0.8]) : [0.6, 1];
  const start = days.before(from);
  const due = to === 1 ? addWorkingDays(days.live, 40) : days.past ? addWorkingDays(start, 20) : days.before(to);
  return { start, due: due < start ? start : due };
}

/** When a strategy usually goes on in a plan, from today on. */
export function usualDaysIn(plan: Plan, known: Parameters<typeof usualDays>[0], today: string): Omit<Chosen, 'known'> {
  const day = (key: string) => plan.head?.day(key)?.value;
  const [start = '', goLive, end] = ['start', 'goLive', 'end'].map(day);
  const days = daysFor(goLive ? { goLive } : {}, start > today ? start : today);
  const usual = usualDays(known, { ...days, end: end ?? days.end });
  return end && usual.due > end && usual.start <= end ? { ...usual, due: end } : usual;
}

const phases: readonly (Phase | undefined)[] = ['prepare', 'manage', undefined, 'sustain'];

/** The strategies chosen for a lever, in the order in which they begin; the first learning begins before go-live. */
export function scheduled(lever: LeverId, ids: readonly string[], days: Days, catalog: Catalog): Chosen[] {
  const picked = catalog.under(lever).filter(({ id }) => ids.includes(id));
  const ordered = [...picked].sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
  const firstLearning = lever === 'enablement' ? ordered[0] : undefined;
  return ordered.map((known): Chosen => {
    const early = known.phase === 'sustain' && known === firstLearning;
    return { known, ...usualDays(known, days), ...(early && { start: days.before(0.6) }) };
  });
}
