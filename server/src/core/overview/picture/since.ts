/** The version before of a plan that is compared, as its picture shows it: what was elsewhere, what is new, what is gone. */
import type { Message, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import type { Plan } from '../../model/plan.ts';

export interface Since {
  /** The plan as it was. */
  readonly plan: Plan;
  /** What that version is called; empty where that is said elsewhere. */
  readonly name: string;
  /** How many changes there are, and the gravest; that there is none. */
  readonly summary: Message;
  /** What entries of the plan were in that version; missing for what is new, or cannot be told. */
  readonly was: ReadonlyMap<Entry, Entry>;
  /** Entries of the plan that are new, and what they are called. */
  readonly added: ReadonlyMap<Entry, Value>;
  /** Entries of that version that are gone, and what they were called. */
  readonly gone: ReadonlyMap<Entry, Value>;
}
