/** Names and symbol kinds of list entries, for outlines and searches. */
import { SymbolKind } from 'vscode-languageserver-types';
import { type Locale, locales, say } from '../../core/i18n/message.ts';
import type { RefKind, Shape } from '../../core/schema/schema.ts';
import { type At, valueUnder } from '../../core/syntax/tree.ts';
import type { View } from '../view.ts';

/** A scalar as text; empty for anything else. */
export function scalarText(at: At | undefined): string {
  return at?.node.kind === 'scalar' && at.node.value !== null ? String(at.node.value).trim() : '';
}

/** A text in one or both languages: the user's, else the other. */
function localizedText(at: At | undefined, locale: Locale): string {
  const words = [locale, ...locales].map((language) => scalarText(valueUnder(at, language)));
  return words.find(Boolean) ?? '';
}

/** The name of an entry; empty strings for what it lacks. */
interface EntryName {
  /** Its title or name; for a strategy without one, that of the catalog. */
  readonly title: string;
  /** Its id, else its day. */
  readonly id: string;
}

/** The name that the author gave an entry, in the user's language if it is written in both. */
export function entryName(item: At, { catalog, locale }: Pick<View, 'catalog' | 'locale'>): EntryName {
  const word = (key: string) => scalarText(valueUnder(item, key));
  const known = catalog.strategy(word('use'));
  return {
    title:
      word('title') ||
      localizedText(valueUnder(item, 'title'), locale) ||
      word('name') ||
      (known ? say(known.title, locale) : ''),
    id: word('id') || word('use') || word('date') || word('on'),
  };
}

const kinds: Readonly<Partial<Record<RefKind, SymbolKind>>> = {
  strategy: SymbolKind.Method,
  catalog: SymbolKind.Method,
  measure: SymbolKind.Number,
  milestone: SymbolKind.Event,
};

/** The kind of id that entries of this shape introduce; undefined if none. */
export function introduced(shape: Shape | undefined): RefKind | undefined {
  for (const key of shape?.keys ?? []) {
    const kind = shape?.key(key)?.introduces;
    if (kind) return kind;
  }
  return undefined;
}

/** The symbol kind of entries that introduce ids of this kind, or none. */
export function entryKind(kind: RefKind | undefined): SymbolKind {
  return (kind && kinds[kind]) ?? SymbolKind.Object;
}
