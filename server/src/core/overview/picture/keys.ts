/** Names by which pictures know the things of a plan: they stay while the plan is edited, so that what is drawn stays too. */

import type { Entry } from '../../model/entry.ts';
import { idOf, ofPlan } from '../../model/plan.ts';

/** The lists of a plan whose entries are drawn. */
const drawn = ['stakeholders', 'measures', 'risks', 'milestones', 'decisions', 'approvals'] as const;

/** Gives each entry a name of its own: its id, or its number where it has none; of an id that is given twice the next is told apart. */
function named(kind: string, entries: readonly Entry[], keys: Map<Entry, string>, taken: Set<string>): void {
  for (const [index, entry] of entries.entries()) {
    const id = idOf(entry)?.value ?? `${index + 1}`;
    let key = `${kind}/${id}`;
    for (let n = 2; taken.has(key); n++) key = `${kind}/${id}~${n}`;
    taken.add(key);
    keys.set(entry, key);
  }
}

/** The names of strategies, their activities, and the entries of lists, each once: `strategies/live-demos`, `risks/fear`. */
export const pictureKeys = ofPlan((plan): ReadonlyMap<Entry, string> => {
  const keys = new Map<Entry, string>();
  const taken = new Set<string>();
  named('strategies', plan.strategies, keys, taken);
  for (const strategy of plan.strategies) {
    const kind = `${keys.get(strategy)}/activities`;
    for (const [index, activity] of strategy.entries('activities').entries())
      keys.set(activity, `${kind}/${index + 1}`);
  }
  for (const list of drawn) named(list, plan.list(list), keys, taken);
  return keys;
});
