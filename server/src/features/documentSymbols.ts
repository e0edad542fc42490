/** The outline of a plan or catalog: sections, levers, strategies and the entries of its lists. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { leverIds } from '../core/format.gen.ts';
import type { Shape } from '../core/schema.ts';
import { type Locale, locales, say } from '../core/text.ts';
import {
  type At,
  isList,
  isMap,
  itemsOf,
  type Node,
  type PairAt,
  pairsOf,
  type Step,
  spanOf,
  valueUnder,
} from '../core/tree.ts';
import { rangeOf, type Subject, type View } from './view.ts';

function scalarText(at: At | undefined): string {
  return at?.node.kind === 'scalar' && at.node.value !== null ? String(at.node.value) : '';
}

function kindOf(path: readonly Step[], shape: Shape | undefined, at: At): SymbolKind {
  if (path.length === 2 && path[0] === 'levers') return SymbolKind.Class;
  if (at.node.kind === 'list') return SymbolKind.Array;
  if (at.node.kind === 'map') return path.length === 1 ? SymbolKind.Namespace : SymbolKind.Object;
  if (shape?.date) return SymbolKind.Event;
  if (shape?.refs.length) return SymbolKind.Key;
  return typeof (at.node.kind === 'scalar' && at.node.value) === 'number' ? SymbolKind.Number : SymbolKind.String;
}

/** A text that stands in one or both languages: the reader's, else the other. */
function localizedText(at: At | undefined, locale: Locale): string {
  const words = [locale, ...locales].map((language) => scalarText(valueUnder(at, language)));
  return words.find(Boolean) ?? '';
}

/** Texts in languages, or lists of them: no parts of an outline. */
function isText(shape: Shape | undefined): boolean {
  return (shape?.items ?? shape)?.key('zh-CN') !== undefined;
}

/** Keys, or a list of entries that have keys. */
function holdsMore(node: Node): boolean {
  return node.kind === 'map' || (node.kind === 'list' && node.items.some((item) => item.node.kind === 'map'));
}

/** What an entry of a list is called. */
function entryName(item: At, index: number, view: View): { name: string; detail: string } {
  const word = (key: string) => scalarText(valueUnder(item, key));
  const known = view.catalog.strategy(word('use'));
  const title =
    word('title') ||
    localizedText(valueUnder(item, 'title'), view.locale) ||
    word('name') ||
    (known ? say(known.title, view.locale) : '');
  const id = word('id') || word('use') || word('date') || word('on');
  const fallback = `${index + 1}`;
  return {
    name: title || id || fallback,
    detail: title ? [id, word('owner'), word('status')].filter(Boolean).join(' · ') : '',
  };
}

/** What is shown of what stands at the end of a path, whose shape is known or not. */
function symbolsOf(
  subject: Subject,
  at: At,
  path: readonly Step[],
  shape: Shape | undefined,
  view: View,
): DocumentSymbol[] {
  if (isMap(at)) {
    return pairsOf(at).map((pair) => pairSymbol(subject, pair, [...path, pair.name], shape?.key(pair.name), view));
  }
  if (!isList(at)) return [];
  return itemsOf(at).flatMap((item, index) => {
    if (!isMap(item)) return [];
    const inner = [...path, index];
    const { name, detail } = entryName(item, index, view);
    const range = rangeOf(subject, spanOf(item));
    return {
      name,
      ...(detail && { detail }),
      kind: SymbolKind.Object,
      range,
      selectionRange: rangeOf(subject, pairsOf(item)[0]?.key ?? { start: item.start, end: item.start }),
      // Of an entry only what holds more: its single values are in its name and detail, and would drown the outline.
      children: pairsOf(item)
        .filter(({ value, name }) => holdsMore(value.node) && !isText(shape?.items?.key(name)))
        .map((pair) => pairSymbol(subject, pair, [...inner, pair.name], shape?.items?.key(pair.name), view)),
    };
  });
}

function pairSymbol(
  subject: Subject,
  pair: PairAt,
  path: readonly Step[],
  shape: Shape | undefined,
  view: View,
): DocumentSymbol {
  const lever = path.length === 2 && path[0] === 'levers' ? leverIds.find((id) => id === pair.name) : undefined;
  const text = scalarText(pair.value);
  const list = isList(pair.value) ? String(itemsOf(pair.value).length) : '';
  const detail = lever ? say(view.catalog.lever(lever).title, view.locale) : text.slice(0, 80) || list;
  const children = symbolsOf(subject, pair.value, path, shape, view);
  return {
    name: pair.name || '?',
    ...(detail && { detail }),
    kind: kindOf(path, shape, pair.value),
    range: rangeOf(subject, pair.span),
    selectionRange: rangeOf(subject, pair.key),
    ...(children.length && { children }),
  };
}

/** The outline, in the order of the text. */
export function documentSymbols(subject: Subject, view: View): DocumentSymbol[] {
  const { root, format } = subject.reading;
  return root ? symbolsOf(subject, root, [], format.shape, view) : [];
}
