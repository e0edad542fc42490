/** What an entry of a list is called and what it is, for outlines and searches. */
import { SymbolKind } from 'vscode-languageserver-types';
import { type Locale, locales, say } from '../../core/i18n/message.ts';
import type { RefKind, Shape } from '../../core/schema/schema.ts';
import { type At, valueUnder } from '../../core/syntax/tree.ts';
import type { View } from '../view.ts';

/** A single value as text; empty for anything else. */
export function scalarText(at: At | undefined): string {
  return at?.node.kind === 'scalar' && at.node.value !== null ? String(at.node.value).trim() : '';
}

/** A text that stands in one or both languages: the reader's, else the other. */
function localizedText(at: At | undefined, locale: Locale): string {
  const words = [locale, ...locales].map((language) => scalarText(valueUnder(at, language)));
  return words.find(Boolean) ?? '';
}

/** What is shown of an entry; empty where it says nothing of the kind. */
interface EntryName {
  /** Its title or name; of a strategy without one, that of the catalog. */
  readonly title: string;
  /** What it is referred to by, else its day. */
  readonly id: string;
}

/** What an entry is called by its author, in the language of a reader where it is written in both. */
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

/** The kind of what entries of this shape give an id to; undefined where they have none. */
export function introduced(shape: Shape | undefined): RefKind | undefined {
  for (const key of shape?.keys ?? []) {
    const kind = shape?.key(key)?.introduces;
    if (kind) return kind;
  }
  return undefined;
}

/** As what an editor shows entries that give an id to something of this kind, or to nothing. */
export function entryKind(kind: RefKind | undefined): SymbolKind {
  return (kind && kinds[kind]) ?? SymbolKind.Object;
}
