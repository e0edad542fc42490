/** The parts of a plan whose values are filled in, by the keys of its picture. */
import type { Entry } from '../../core/model/entry.ts';
import type { Plan } from '../../core/model/plan.ts';
import { pictureKeys } from '../../core/overview/picture/keys.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';

/** The name under which a lever takes a new strategy. */
export const newStrategy = 'strategies';

/** The lever that a key of a picture means. */
export function leverAt(key: string): LeverId | undefined {
  return leverIds.find((id) => key === `levers/${id}`);
}

/** The entry that a key of a picture means: `plan` is its head. */
export function entryAt(plan: Plan, key: string): Entry | undefined {
  if (key === 'plan') return plan.head;
  for (const [entry, known] of pictureKeys(plan)) if (known === key) return entry;
  return undefined;
}
