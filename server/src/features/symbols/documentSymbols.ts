/** The outline of a plan or catalog: sections, levers, strategies and the entries of its lists. */
import { type DocumentSymbol, type Position, type Range, SymbolKind, SymbolTag } from 'vscode-languageserver-types';
import { coverage } from '../../core/analysis/coverage.ts';
import { leverTitle, leverWords } from '../../core/analysis/labels.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import type { Plan } from '../../core/model/plan.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';
import { choiceName, type Shape } from '../../core/schema/schema.ts';
import {
  type At,
  isList,
  isMap,
  itemsOf,
  type Node,
  type PairAt,
  pairsOf,
  spanOf,
  valueUnder,
} from '../../core/syntax/tree.ts';
import type { Span } from '../../core/text/span.ts';
import { isPlan, rangeOf, type Subject, type View } from '../view.ts';
import { entryKind, entryName, introduced, scalarText } from './entries.ts';

const levers: Text = { en: '{n} of {all} covered', 'zh-CN': '已启用 {n}/{all}' };
const covered: Text = { en: '{n} strategies, covered', 'zh-CN': '{n} 项策略，已启用' };
const coveredByOne: Text = { en: '1 strategy, covered', 'zh-CN': '1 项策略，已启用' };
const uncovered: Text = { en: '{n} strategies, not covered', 'zh-CN': '{n} 项策略，尚未启用' };
const uncoveredByOne: Text = { en: '1 strategy, not covered', 'zh-CN': '1 项策略，尚未启用' };

/** The detail of a lever: its strategies, and whether they are enough. */
function leverDetail(plan: Plan, id: LeverId, { catalog, locale }: View): string {
  const lever = coverage(plan, catalog).levers[leverIds.indexOf(id)];
  const n = plan.levers.find((written) => written.id === id)?.strategies.length ?? 0;
  if (n === 0) return say(lever?.notUsed ? leverWords.leftOut : leverWords.empty, locale);
  const text = lever?.covered ? (n === 1 ? coveredByOne : covered) : n === 1 ? uncoveredByOne : uncovered;
  return say(text, locale, { n });
}

/** Whether a shape is a text in several languages, or a list of them, which an outline leaves out. */
function isText(shape: Shape | undefined): boolean {
  return (shape?.items ?? shape)?.key('zh-CN') !== undefined;
}

/** Whether a shape has keys, or entries that have keys. */
function holdsMore(node: Node): boolean {
  return node.kind === 'map' || (node.kind === 'list' && node.items.some((item) => item.node.kind === 'map'));
}

/** Whether a value is for tools alone, as the version of the format and ids are: an outline leaves it out. */
function isTechnical(shape: Shape | undefined): boolean {
  return shape?.const !== undefined || shape?.id === true;
}

function kindOf(shape: Shape | undefined, { node }: At): SymbolKind {
  if (node.kind === 'list') return SymbolKind.Array;
  if (node.kind === 'map') return SymbolKind.Object;
  if (shape?.date) return SymbolKind.Event;
  if (shape?.refs.length) return SymbolKind.Key;
  if (shape?.person) return SymbolKind.Variable;
  return typeof (node.kind === 'scalar' && node.value) === 'number' ? SymbolKind.Number : SymbolKind.String;
}

/** In a longer plan (lines), the outline ends at entries: thousands of their parts would help nobody. */
const mostLines = 10_000;

/** The cached symbol of an entry, and the entry's place then: as long as the node is the same, the symbol only moves. */
interface CachedSymbol {
  readonly symbol: DocumentSymbol;
  readonly shape: Shape | undefined;
  readonly at: Position;
  readonly brief: boolean;
}

const caches = new WeakMap<Catalog, Record<Locale, WeakMap<Node, CachedSymbol>>>();

function cacheOf({ catalog, locale }: View): WeakMap<Node, CachedSymbol> {
  let cache = caches.get(catalog);
  if (!cache) {
    cache = { en: new WeakMap(), 'zh-CN': new WeakMap() };
    caches.set(catalog, cache);
  }
  return cache[locale];
}

function lower({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}

/** A symbol moved down by some lines. */
function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  const { range, selectionRange, children } = symbol;
  return {
    ...symbol,
    range: lower(range, by),
    selectionRange: lower(selectionRange, by),
    ...(children && { children: children.map((child) => moved(child, by)) }),
  };
}

class Outline {
  private readonly cache: WeakMap<Node, CachedSymbol>;
  /** Leave out the parts of entries. */
  private readonly brief: boolean;

  constructor(
    private readonly subject: Subject,
    private readonly view: View,
  ) {
    this.cache = cacheOf(view);
    this.brief = subject.document.lineCount > mostLines;
  }

  section(pair: PairAt, shape: Shape | undefined): DocumentSymbol {
    const { subject, view } = this;
    const more = pair.value.node.kind !== 'scalar';
    const title = more && shape?.title ? say(shape.title, view.locale) : '';
    const isLevers = isPlan(subject) && pair.name === 'levers';
    const count = isLevers
      ? say(levers, view.locale, { n: coverage(subject.reading, view.catalog).covered.length, all: leverIds.length })
      : this.detail(pair.value);
    const detail = [title.toLowerCase() === pair.name ? '' : title, count].filter(Boolean).join(' · ');
    const children = isLevers ? this.levers(pair.value, shape, subject) : this.inside(pair.value, shape);
    const kind = isMap(pair.value) ? SymbolKind.Namespace : kindOf(shape, pair.value);
    return this.symbol(pair.name, detail, kind, pair, children);
  }

  private levers(at: At, shape: Shape | undefined, { reading: plan }: Subject<Plan>): DocumentSymbol[] {
    const ids = new Map(plan.leverKeys.map(({ id, key }) => [key.start, id]));
    return pairsOf(at).map((pair) => {
      const id = ids.get(pair.key.start);
      if (!id) return this.pair(pair, shape?.key(pair.name));
      const name = say(leverTitle(id, this.view.catalog), this.view.locale);
      const children = this.inside(pair.value, shape?.key(id));
      return this.symbol(name, leverDetail(plan, id, this.view), SymbolKind.Class, pair, children);
    });
  }

  private pair(pair: PairAt, shape: Shape | undefined): DocumentSymbol {
    const children = this.inside(pair.value, shape);
    return this.symbol(pair.name, this.detail(pair.value), kindOf(shape, pair.value), pair, children);
  }

  /** A value, or the number of values. */
  private detail(at: At): string {
    return isList(at) ? String(at.node.items.length) : scalarText(at).slice(0, 80);
  }

  private inside(at: At, shape: Shape | undefined): DocumentSymbol[] {
    if (isMap(at)) {
      return pairsOf(at).flatMap((pair) => {
        const inner = shape?.key(pair.name);
        return isTechnical(inner) ? [] : this.pair(pair, inner);
      });
    }
    return itemsOf(at).flatMap((item, index) => (isMap(item) ? this.entry(item, index, shape?.items) : []));
  }

  private entry(item: At, index: number, shape: Shape | undefined): DocumentSymbol {
    const { brief } = this;
    const at = this.subject.document.positionAt(item.start);
    const known = this.cache.get(item.node);
    if (known && known.shape === shape && known.brief === brief && known.at.character === at.character) {
      const by = at.line - known.at.line;
      if (by === 0) return known.symbol;
      const symbol = moved(known.symbol, by);
      this.cache.set(item.node, { symbol, shape, at, brief });
      return symbol;
    }
    const { title, id } = entryName(item, this.view);
    const status = scalarText(valueUnder(item, 'status'));
    const facts = title
      ? [id, scalarText(valueUnder(item, 'owner')), say(choiceName(shape?.key('status'), status), this.view.locale)]
      : [];
    // Of an entry only lists and maps: its single values are in its name and detail, and would drown the outline.
    const pairs = pairsOf(item);
    const children = pairs
      .filter(({ value, name }) => !brief && holdsMore(value.node) && !isText(shape?.key(name)))
      .map((pair) => this.pair(pair, shape?.key(pair.name)));
    const [first] = pairs;
    const symbol: DocumentSymbol = {
      ...this.symbol(
        title || id || `${index + 1}`,
        facts.filter(Boolean).join(' · '),
        entryKind(introduced(shape)),
        { span: spanOf(item), key: first?.key ?? { start: item.start, end: item.start } },
        children,
      ),
      ...(status === 'cancelled' && { tags: [SymbolTag.Deprecated] }),
    };
    // An entry without a name goes by its index.
    if (title || id) this.cache.set(item.node, { symbol, shape, at, brief });
    return symbol;
  }

  private symbol(
    name: string,
    detail: string,
    kind: SymbolKind,
    { span, key }: { readonly span: Span; readonly key: Span },
    children: DocumentSymbol[],
  ): DocumentSymbol {
    // Editors reject symbols whose selection range is outside of their range, as that of a misplaced key may be.
    const whole = { start: Math.min(span.start, key.start), end: Math.max(span.end, key.end) };
    return {
      name: name.trim() || '?',
      ...(detail && { detail }),
      kind,
      range: rangeOf(this.subject, whole),
      selectionRange: rangeOf(this.subject, key),
      ...(children.length && { children }),
    };
  }
}

/** The outline, in the order of the text. */
export function documentSymbols(subject: Subject, view: View): DocumentSymbol[] {
  const { root, format } = subject.reading;
  const outline = new Outline(subject, view);
  return pairsOf(root).flatMap((pair) => {
    const shape = format.shape.key(pair.name);
    return isTechnical(shape) ? [] : outline.section(pair, shape);
  });
}
