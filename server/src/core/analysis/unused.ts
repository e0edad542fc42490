/** Levers that a plan deliberately leaves out. */
import type { Catalog } from '../model/catalog.ts';
import { complete } from '../model/declaredIds.ts';
import type { LeverKey, Plan } from '../model/plan.ts';
import { misspelt } from '../model/uncertain.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { shapeAt, shapes } from '../schema/schema.ts';
import { isMap, pairsOf } from '../syntax/tree.ts';
import { coverage, type NotCounted } from './coverage.ts';

/** A lever that is not covered, and not because of something that is written wrong. */
export interface UnusedLever {
  readonly lever: LeverId;
  /** Where the plan has its key. */
  readonly written: LeverKey | undefined;
  /** Its key stands there with nothing after it: someone is typing (docs/domain.md 3.1). */
  readonly blank: boolean;
  /** The plan has strategies for it, all paused or cancelled. */
  readonly idle: boolean;
  /** The plan says why it leaves the lever out, or is about to. */
  readonly notUsed: boolean;
}

/** Reasons for not counting that are decisions; the others are mistakes with findings of their own. */
const decided = new Set<NotCounted | undefined>(['cancelled', 'paused']);

/** The levers that a plan does without; those that only a mistake keeps from counting are left out. */
export function unusedLevers(plan: Plan, catalog: Catalog): UnusedLever[] {
  const all = plan.leversPair?.value;
  if (!isMap(all) || !complete(plan, 'levers')) return [];
  return coverage(plan, catalog).levers.flatMap((one): UnusedLever[] => {
    if (one.covered) return [];
    const { lever, strategies } = one;
    if (strategies.some(({ notCounted }) => !decided.has(notCounted))) return [];
    const idle = strategies.length > 0;
    const written = plan.leverKeys.find(({ id }) => id === lever);
    const none = { lever, written, blank: false, idle, notUsed: false };
    if (!written) return misspelt(all, lever, shapeAt(['levers'])) ? [] : [none];
    const { node } = written.value;
    if (node.kind === 'scalar' && node.value === null) return [{ ...none, blank: true }];
    const entry = plan.levers.find(({ id }) => id === lever);
    if (!entry) return [];
    if (misspelt(entry.at, 'strategies', shapes.lever) || misspelt(entry.at, 'notUsed', shapes.lever)) return [];
    const state = entry.state('strategies');
    if (state === 'unreadable' || (state === 'given' && !idle)) return [];
    const blank = pairsOf(entry.at).every(({ name }) => entry.state(name) === 'empty');
    return [{ ...none, blank, notUsed: entry.state('notUsed') !== 'missing' }];
  });
}
