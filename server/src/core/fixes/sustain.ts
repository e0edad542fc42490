/** Fixes that add work after go-live. */

import { leverInText } from '../analysis/labels.ts';
import { planDays } from '../analysis/timeline.ts';
import type { Context, Fix } from '../diagnostics/rule.ts';
import type { Catalog, CatalogStrategy } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { addDays, isDay, workingDayFrom } from '../text/day.ts';
import { addWholeStrategy } from './measures.ts';
import { fitting } from './suggest.ts';

/** How long something goes on after go-live where the plan has no end: half a year. */
const days = 180;

/** The day until which something after go-live goes on: the end of the plan, if that is later. */
export function careUntil(plan: Plan, goLive: string): string | undefined {
  const end = planDays(plan).end?.value;
  const until = end !== undefined && end > goLive ? end : workingDayFrom(addDays(goLive, days));
  return isDay(until) ? until : undefined;
}

/** The strategy of a lever that fits best after go-live; a second reward is never offered (docs/domain.md 1.4). */
function lasting(plan: Plan, lever: LeverId, catalog: Catalog): CatalogStrategy | undefined {
  if (lever === 'rewards' && plan.strategies.some((strategy) => strategy.lever.id === lever)) return undefined;
  return fitting(plan, lever, catalog).find((strategy) => strategy.phase === 'sustain');
}

/** Fixes that add a strategy for the time after go-live, one for each lever that has one; none without an owner and a group. */
export function addLasting(plan: Plan, levers: readonly LeverId[], context: Context): Fix[] {
  const { catalog } = context;
  return levers.flatMap((lever): Fix[] => {
    const strategy = lasting(plan, lever, catalog);
    const edits = strategy && addWholeStrategy(plan, strategy, context);
    if (!edits) return [];
    return [
      {
        title: {
          text: { en: 'Add to {lever}: {strategy}', 'zh-CN': '为{lever}增加：{strategy}' },
          data: { lever: leverInText(lever, catalog), strategy: strategy.title },
        },
        edits,
      },
    ];
  });
}
