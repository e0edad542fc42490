/** Live strategies, and whether syntax errors may hide some. */

import { complete } from '../model/declaredIds.ts';
import { remembered } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import { leverIds, strategyStatusValues } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { type At, isList, isMap, pairsOf, valueUnder } from '../syntax/tree.ts';

/** Neither paused nor cancelled, and the status is one that exists, or none. `Strategy.live` holds also for one that is misspelt. */
export const surelyActive = remembered((strategy): boolean => {
  if (strategy.state('status') === 'missing') return !misspelt(strategy.at, 'status', shapes.strategy);
  const word = strategy.text('status');
  return word !== 'paused' && word !== 'cancelled' && strategyStatusValues.some((status) => status === word);
});

/** Whether what stands under a lever is nothing, or strategies that can all be seen. */
function leverRead(lever: At): boolean {
  if (!isMap(lever)) return lever.node.kind === 'scalar' && lever.node.value === null;
  const list = valueUnder(lever, 'strategies');
  if (!list) return !misspelt(lever, 'strategies', shapes.lever);
  return isList(list)
    ? list.node.items.every(({ node }) => node.kind === 'map')
    : list.node.kind === 'scalar' && list.node.value === null;
}

/** Whether all strategies of a plan can be seen: nothing under `levers` is half typed, misspelt or of a wrong kind. */
export function strategiesRead(plan: Plan): boolean {
  const levers = plan.leversPair?.value;
  if (!isMap(levers) || !complete(plan, 'levers')) return false;
  return pairsOf(levers).every(({ name, value }) => leverIds.some((id) => id === name) && leverRead(value));
}
