/** Workspace symbols of one document: the document itself by its title, every entry with an id, and every person. */
import { type Range, SymbolKind } from 'vscode-languageserver-types';
import { inLine } from '../../core/i18n/phrases.ts';
import { folded, isPlaceholder } from '../../core/model/personName.ts';
import { occurrences, shapesUnder } from '../../core/model/references.ts';
import type { Shape } from '../../core/schema/schema.ts';
import { type At, isMap, itemsOf, pairOf, pairsOf, spanOf, valueUnder } from '../../core/syntax/tree.ts';
import type { Span } from '../../core/text/span.ts';
import { rangeOf, type Subject, type View } from '../view.ts';
import { entryKind, entryName, introduced, scalarText } from './entries.ts';

/** The title of a document, and its symbols. */
interface PlanSymbols {
  readonly title: string;
  readonly symbols: readonly PlanSymbol[];
}

interface PlanSymbol {
  /** Its title and id, in one line. */
  readonly name: string;
  readonly kind: SymbolKind;
  /** The part of its span on its first line. */
  readonly range: Range;
}

/** Adds all entries that introduce ids, in the order of the text. */
function entries(at: At, shape: Shape, found: { at: At; shape: Shape }[]): void {
  if (!isMap(at)) {
    if (shape.items) for (const item of itemsOf(at)) entries(item, shape.items, found);
  } else if (introduced(shape)) {
    found.push({ at, shape });
  } else {
    const shapeOf = shapesUnder(shape, at.node.pairs);
    for (const { name, value } of pairsOf(at)) {
      const inner = shapeOf(name);
      if (inner) entries(value, inner, found);
    }
  }
}

/** The symbols of a document, in the order of the text: itself, its entries, then people where they are named first. */
export function planSymbols(subject: Subject, view: Pick<View, 'catalog' | 'locale'>): PlanSymbols {
  const { root, format } = subject.reading;
  if (!root) return { title: '', symbols: [] };
  const head = pairOf(valueUnder(root, 'plan'), 'title') ?? pairOf(root, 'id');
  const title = inLine(scalarText(head?.value));
  const symbol = (name: string, kind: SymbolKind, { start, end }: Span): PlanSymbol => {
    const line = subject.reading.text.slice(start, end).search(/[\r\n]/);
    return { name, kind, range: rangeOf(subject, { start, end: line < 0 ? end : start + line }) };
  };
  const symbols = head && title ? [symbol(title, SymbolKind.File, head.span)] : [];
  const found: { at: At; shape: Shape }[] = [];
  entries(root, format.shape, found);
  for (const { at, shape } of found) {
    const { title, id } = entryName(at, view);
    const name = inLine([title, id].filter(Boolean).join(' · '));
    if (name) symbols.push(symbol(name, entryKind(introduced(shape)), pairsOf(at)[0]?.span ?? spanOf(at)));
  }
  const people = new Set<string>();
  for (const occurrence of occurrences(subject.reading)) {
    const { kind, name } = occurrence;
    if (kind !== 'person' || isPlaceholder(name) || people.has(folded(name))) continue;
    people.add(folded(name));
    symbols.push(symbol(inLine(name), SymbolKind.Variable, occurrence));
  }
  return { title, symbols };
}
