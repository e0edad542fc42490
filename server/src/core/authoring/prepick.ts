/** Preselects strategies for a new plan: one for each lever, at least four levers. */

import { leverFor } from '../analysis/coach.ts';
import { bestFirst } from '../fixes/suggest.ts';
import type { Catalog } from '../model/catalog.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import type { Answers } from './answers.ts';

/** Where the answers speak of how people are judged or paid, Rewards belong to the plan from the beginning. */
const rewarding: readonly string[] = ['performance-reviews', 'pay'];

/**
 * Ids of strategies in the order of the catalog's levers: one for each lever, two where the most speaks for a lever.
 * Rewards only where pay or reviews change: in moderation, and never first (docs/domain.md 1.4). All belong to
 * the phase that comes next.
 */
export function prepick({ goLive, aspects }: Answers, catalog: Catalog, today: string): string[] {
  const phase = goLive !== undefined && goLive <= today ? 'sustain' : 'prepare';
  const votes = new Map<LeverId, number>();
  for (const aspect of aspects) {
    const lever = leverFor(aspect);
    if (lever) votes.set(lever, (votes.get(lever) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const rewards = aspects.some((aspect) => rewarding.includes(aspect));
  return leverIds.flatMap((lever) => {
    if (lever === 'rewards' && !rewards) return [];
    const wanted = lever === most && !rewards ? 2 : 1;
    return bestFirst(lever, phase, catalog)
      .slice(0, wanted)
      .map(({ id }) => id);
  });
}
