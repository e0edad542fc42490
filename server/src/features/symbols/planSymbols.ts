/** What can be searched for in a plan or catalog: the whole by its title, and every entry that has an id. */
import { type Range, SymbolKind } from 'vscode-languageserver-types';
import { inLine } from '../../core/i18n/phrases.ts';
import { shapeUnder } from '../../core/model/references.ts';
import type { Shape } from '../../core/schema/schema.ts';
import { type At, isMap, itemsOf, pairOf, pairsOf, spanOf, valueUnder } from '../../core/syntax/tree.ts';
import type { Span } from '../../core/text/span.ts';
import { rangeOf, type Subject, type View } from '../view.ts';
import { entryKind, entryName, introduced, scalarText } from './entries.ts';

/** What a plan is called, and what is in it. */
interface PlanSymbols {
  readonly title: string;
  readonly symbols: readonly PlanSymbol[];
}

interface PlanSymbol {
  /** In one line: what it is called and its id. */
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where it begins, in one line. */
  readonly range: Range;
}

/** Everything of a shape that gives ids, in the order of the text. */
function entries(at: At, shape: Shape, found: { at: At; shape: Shape }[]): void {
  if (!isMap(at)) {
    if (shape.items) for (const item of itemsOf(at)) entries(item, shape.items, found);
  } else if (introduced(shape)) {
    found.push({ at, shape });
  } else {
    const keys = new Set(at.node.pairs.map(({ name }) => name));
    for (const { name, value } of pairsOf(at)) {
      const inner = shapeUnder(shape, name, keys);
      if (inner) entries(value, inner, found);
    }
  }
}

/** What can be found in a document, in the order of the text, the document itself first. */
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
  return { title, symbols };
}
