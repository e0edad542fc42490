/** What an entry of a plan is called. Read from the tree: of prose, no rule needs to know that somebody looked at it (`neverAsked`). */
import { say } from '../core/text.ts';
import { type At, isScalar, valueUnder } from '../core/tree.ts';
import type { View } from './view.ts';

/** A text or number that is not empty, as it reads. */
export function valueText(entry: At | undefined, key: string): string | undefined {
  const value = valueUnder(entry, key);
  if (!isScalar(value)) return undefined;
  const known = value.node.value;
  return typeof known === 'number' || (typeof known === 'string' && known.trim() !== '') ? String(known) : undefined;
}

/** Its own title, else that of the strategy of the catalog that it uses, in the reader's language. */
export function entryTitle(entry: At | undefined, view: View): string | undefined {
  const used = view.catalog.strategy(valueText(entry, 'use') ?? '');
  return valueText(entry, 'title') ?? (used && say(used.title, view.locale));
}
