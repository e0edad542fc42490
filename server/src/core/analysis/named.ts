/** What a plan names that can be named again: its people, and the things that have an id. */

import type { Text } from '../i18n/message.ts';
import type { Catalog } from '../model/catalog.ts';
import { names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { folded } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { occurrences } from '../model/references.ts';
import type { RefKind } from '../schema/schema.ts';
import { type At, spanOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** What people call an entry. */
export function nameOf(entry: Entry): string | undefined {
  return (entry.word('name') ?? entry.word('title'))?.value;
}

function touches({ start, end }: Span, at: At): boolean {
  return at.start <= end && spanOf(at).end >= start;
}

/** Everyone who is named in a plan, in the order of the text, each once; what touches `but` does not count. */
export function namedPeople(plan: Plan, but?: Span): string[] {
  const found = new Map<string, string>();
  for (const { kind, name, value } of occurrences(plan)) {
    if (kind !== 'person' || (but && touches(but, value))) continue;
    if (!found.has(folded(name))) found.set(folded(name), name);
  }
  return [...found.values()];
}

/** The entries of a kind that a plan has. */
export function entriesOf(plan: Plan, kind: RefKind | undefined): readonly Entry[] {
  switch (kind) {
    case 'stakeholder':
      return plan.list('stakeholders');
    case 'measure':
      return plan.list('measures');
    case 'risk':
      return plan.list('risks');
    case 'milestone':
      return plan.list('milestones');
    case 'strategy':
      return plan.strategies;
    default:
      return [];
  }
}

/** What can be referred to by an id, with what it is called. */
export interface Named {
  readonly id: string;
  readonly title: string | Text | undefined;
}

/** What a plan declares of a kind, in the order of the text. */
export function declared(plan: Plan, kind: RefKind, catalog: Catalog): Named[] {
  if (kind === 'strategy')
    return [...names(plan).strategy.keys()].map((id) => ({ id, title: catalog.strategy(id)?.title }));
  return entriesOf(plan, kind).flatMap((entry) => {
    const id = entry.word('id')?.value;
    return id ? [{ id, title: nameOf(entry) }] : [];
  });
}
