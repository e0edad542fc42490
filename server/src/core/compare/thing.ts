/** Things of a plan that are compared: a part that is written as keys and values, as it was and as it is. */
import { leverTitle, strategyTitle } from '../analysis/labels.ts';
import type { Value } from '../i18n/message.ts';
import { same } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entry } from '../model/entry.ts';
import { type Lever, Strategy } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';
import type { Shape } from '../schema/schema.ts';
import { pairsOf, plainUnder } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** What a thing is. */
export type ThingKind =
  | 'plan'
  | 'purpose'
  | 'sustainment'
  | 'lever'
  | 'stakeholder'
  | 'strategy'
  | 'activity'
  | 'deliverable'
  | 'measure'
  | 'reading'
  | 'risk'
  | 'milestone'
  | 'decision'
  | 'approval';

/** One thing in both versions, or in the one that has it. */
export interface Thing {
  readonly kind: ThingKind;
  readonly shape: Shape | undefined;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
  /** What it is a part of. */
  readonly parent?: Thing;
}

/** The version that counts: that after the change, else the one that is gone. */
export function lastOf({ before, after }: Thing): Entry {
  return (after ?? before) as Entry;
}

/** The lever of a lever or a strategy in either version. */
export function leverOf(entry: Entry | undefined): LeverId | undefined {
  if (entry instanceof Strategy) return entry.lever.id;
  return entry && 'id' in entry ? (entry as Lever).id : undefined;
}

/** What an entry is called: a strategy by its own title or the catalog's, anything else by its title, name, role, day or id. */
export function calledOf(entry: Entry, catalog: Catalog): Value {
  if (entry instanceof Strategy) return strategyTitle(entry, catalog);
  const lever = leverOf(entry);
  if (lever) return leverTitle(lever, catalog);
  for (const key of ['title', 'name', 'role', 'on', 'id']) {
    const word = plainUnder(entry.at, key);
    if (word !== undefined) return key === 'on' ? String(word) : same(String(word));
  }
  return '';
}

/** The first words of an entry, which stand for it. */
export function placeOf(entry: Entry | undefined): Span | undefined {
  if (!entry) return undefined;
  if (entry instanceof Strategy) return entry.place;
  const [first] = pairsOf(entry.at);
  return first ? { start: first.key.start, end: first.span.end } : entry.span;
}
