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

/**
 * When the work of a strategy usually goes on, by its phase in the catalog: preparing before go-live, managing around it,
 * sustaining after it. `lasts`: it goes on for a while after go-live.
 */
export function usualDays(phase: Phase | undefined, days: Days, lasts = phase !== 'prepare'): Omit<Chosen, 'known'> {
  if (phase === 'sustain') return { start: addWorkingDays(days.live, 1), due: days.end };
  const start = days.before(phase === 'prepare' ? 0 : 0.6);
  const due = lasts ? addWorkingDays(days.live, 40) : days.past ? addWorkingDays(start, 20) : days.before(0.8);
  return { start, due: due < start ? start : due };
}

/** When a strategy of a phase usually goes on in a plan, from today on. */
export function usualDaysIn(plan: Plan, phase: Phase | undefined, today: string): Omit<Chosen, 'known'> {
  const day = (key: string) => plan.head?.day(key)?.value;
  const [start = '', goLive, end] = ['start', 'goLive', 'end'].map(day);
  const days = daysFor(goLive ? { goLive } : {}, start > today ? start : today);
  const usual = usualDays(phase, { ...days, end: end ?? days.end });
  return end && usual.due > end && usual.start <= end ? { ...usual, due: end } : usual;
}

const phases: readonly (Phase | undefined)[] = ['prepare', 'manage', undefined, 'sustain'];

/** The strategies chosen for a lever, in the order in which they begin: the last goes on after go-live, training begins before it. */
export function scheduled(lever: LeverId, ids: readonly string[], days: Days, catalog: Catalog): Chosen[] {
  const picked = catalog.under(lever).filter(({ id }) => ids.includes(id));
  const ordered = picked.sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
  const firstLearning = lever === 'enablement' ? ordered[0] : undefined;
  return ordered.map((known): Chosen => {
    const usual = usualDays(known.phase, days, known.phase !== 'prepare' || known === ordered.at(-1));
    const early = known.phase === 'sustain' && known === firstLearning;
    return { known, ...usual, ...(early && { start: days.before(0.6) }) };
  });
}
