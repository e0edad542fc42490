/** Dates of a strategy and its activities, and the next one. */

import { type Entry, remembered } from '../model/entry.ts';
import { type Strategy, workTime } from '../model/plan.ts';
import { compareDays } from '../text/day.ts';

/** A day on which something of a strategy begins or is to be finished. */
export interface Upcoming {
  readonly what: 'start' | 'due';
  /** Of the strategy itself, or of one of its activities; where both have the day, it is the strategy's. */
  readonly whose: 'strategy' | 'activity';
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

function daysOf(entry: Entry, whose: Upcoming['whose']): Upcoming[] {
  return (['start', 'due'] as const).flatMap((what) => {
    const { [what]: day } = workTime(entry);
    return day === undefined ? [] : { what, whose, day };
  });
}

/** Every day of a strategy and of its activities, the earliest first. */
const days = remembered((strategy): readonly Upcoming[] =>
  [
    ...daysOf(strategy, 'strategy'),
    ...strategy.entries('activities').flatMap((activity) => daysOf(activity, 'activity')),
  ].sort((a, b) => compareDays(a.day, b.day)),
);

/** The first day of a strategy on or after a day; none of one that is done, paused or cancelled. */
export function upcoming(strategy: Strategy, from: string): Upcoming | undefined {
  return strategy.live && strategy.status !== 'done' ? days(strategy).find(({ day }) => day >= from) : undefined;
}
