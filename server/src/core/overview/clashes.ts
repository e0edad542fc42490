/** Go-lives that clash: of two or more plans, on one day or in one week. */
import { compareDays, mondayOf } from '../text/day.ts';
import type { PortfolioPlan } from './portfolio.ts';

/** A week (from Monday to Sunday) in which two or more plans go live. */
export interface Clash {
  /** The first and the last of their days, `YYYY-MM-DD`; the same where all go live on one day. */
  readonly from: string;
  readonly to: string;
  /** As places in the list of plans, each once, by their days. */
  readonly plans: readonly number[];
}

/** The clashes from today (`YYYY-MM-DD`) on, in the order of time; plans that have ended go live no more. */
export function clashes(plans: readonly Pick<PortfolioPlan, 'health' | 'goLives'>[], today: string): Clash[] {
  const coming = plans
    .flatMap(({ health, goLives }, plan) => (health === 'ended' ? [] : goLives.map(({ day }) => ({ plan, day }))))
    .filter(({ day }) => day >= today)
    .sort((a, b) => compareDays(a.day, b.day));
  const weeks = new Map<string, typeof coming>();
  for (const one of coming) {
    const monday = mondayOf(one.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return [...weeks.values()].flatMap((days): Clash[] => {
    const [first, last] = [days[0], days.at(-1)];
    const hit = [...new Set(days.map(({ plan }) => plan))];
    return first && last && hit.length >= 2 ? [{ from: first.day, to: last.day, plans: hit }] : [];
  });
}
