/**
 * Reads again only the smallest part around an edit, and puts it in place of what stood there. Whatever could reach
 * further than that part is left to reading the whole: then nothing is spliced.
 */
import { bisect } from './bisect.ts';
import { lineEnd, lineStart } from './edit.ts';
import { type Fault, moved, type PlacedDoubt, shifted } from './fault.ts';
import { keyAt } from './key.ts';
import { longestPlan } from './limits.ts';
import { type Lines, linesOf, oddBlank, tablesOf } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Shape } from './schema.ts';
import { type Change, changeOf, type Source, type TextLike } from './source.ts';
import { isSteady, staysSteady } from './steady.ts';
import { type At, type Item, List, Mapping, type Node, type Pair, pairMoved, type Span, type Step } from './tree.ts';
import { type Part, wayTo } from './wayTo.ts';

/** An item or a pair, with all that stands below it, as lines of their own. */
export interface Piece {
  readonly lines: Lines;
  /** Where in these lines it begins. */
  readonly cut: number;
  readonly column: number;
  readonly kind: 'list' | 'map';
  readonly depth: number;
  /** Of the list or map that holds it. */
  readonly shape: Shape | undefined;
}

/** What was read of a piece: a list or map of one, what could not be read of it, and its doubts, in the order of the text. */
interface Read {
  readonly at: At;
  readonly faults: readonly Fault[];
  readonly doubts: readonly PlacedDoubt[];
}

/** Reads a piece by itself; undefined where what is wrong with it may concern more than the piece. */
export type ReadPiece = (piece: Piece) => Read | undefined;

/** Lines that are looked for in the whole text (conflicts, new rows of tables, ends of documents), and characters that no text has. */
const reachesFurther =
  /^(?:<{7}|={7}|>{7}|\|{7}|---|\.\.\.|%)|\t|^[ ]*\|.*\|[ \r]*$|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/m;

/** Whether the lines that were changed, and those beside them, mean something only for the block that they stand in. */
function isPlain(text: TextLike, { start, newEnd }: Change): boolean {
  const next = text.indexOf('\n', newEnd);
  const lines = text.slice(
    lineStart(text, lineStart(text, start) - 1),
    next < 0 ? text.length : lineEnd(text, next + 1),
  );
  if (reachesFurther.test(lines)) return false;
  return lines.split('\n').every((line) => {
    const at = line.search(/[^ ]/);
    return at < 0 || !oddBlank(line.charCodeAt(at));
  });
}

/** Where a part goes on behind its hyphen, or its key and colon; undefined where it does not begin as it must. */
function behindSign(text: TextLike, kind: 'list' | 'map', from: number): number | undefined {
  if (kind === 'map') {
    // A key ends on its line.
    const behind = keyAt(text.slice(from, lineEnd(text, from)), 0)?.behind;
    return behind === undefined ? undefined : from + behind;
  }
  return text.charAt(from) === '-' && /[ \r\n]|^$/.test(text.charAt(from + 1)) ? from + 2 : undefined;
}

/** Whether all lines below the first belong to the part by their column. */
function staysWithin({ indents, starts, text }: Lines, column: number, kind: 'list' | 'map'): boolean {
  for (let line = 1; line < indents.length; line++) {
    const indent = indents[line] as number;
    if (indent < 0 || indent > column) continue;
    if (indent < column || kind === 'list') return false;
    if (!/[\]}-]/.test(text[(starts[line] as number) + indent] as string)) return false;
  }
  return true;
}

/** A list or map with one part exchanged, and those behind it `by` further on. */
function exchanged(node: List | Mapping, index: number, part: Item | Pair, by: number): List | Mapping {
  if (node.kind === 'list') {
    const items = node.items.map((item, at) => (at > index ? { at: item.at + by, node: item.node } : item));
    items[index] = part as Item;
    const last = items.at(-1) as Item;
    return new List(Math.max(1, last.at + last.node.length), node.flow, items);
  }
  const pairs = node.pairs.map((pair, at) => (at > index ? pairMoved(pair, by) : pair));
  pairs[index] = part as Pair;
  const last = pairs.at(-1) as Pair;
  return new Mapping(Math.max(last.at + last.keyLength, last.valueAt + last.value.length), node.flow, pairs);
}

/** The part of a list or map with something else in it. */
function holding({ at: { node }, index }: Part, value: Node): Item | Pair {
  return node.kind === 'list'
    ? { at: (node.items[index] as Item).at, node: value }
    : pairMoved(node.pairs[index] as Pair, 0, value);
}

/** The only part of a list or map, with offsets that count from `by` before its start. */
function onlyPart(node: Node, by: number): Item | Pair {
  if (node.kind === 'list') {
    const [item] = node.items as [Item];
    return { at: item.at + by, node: item.node };
  }
  const [pair] = (node as Mapping).pairs as [Pair];
  return pairMoved(pair, by);
}

function stepInto({ at: { node }, index }: Part): Step {
  return node.kind === 'list' ? index : (node.pairs[index] as Pair).name;
}

/** The way to the only text in which two trees differ; `same` where they do not; undefined where in anything else. */
function difference(before: Node, after: Node): readonly Step[] | 'same' | undefined {
  if (before.kind === 'scalar') {
    if (after.kind !== 'scalar' || before.style !== after.style) return undefined;
    if (before.value === after.value) return 'same';
    return typeof before.value === 'string' && typeof after.value === 'string' ? [] : undefined;
  }
  if (before.kind === 'broken' || after.kind !== before.kind || before.flow !== after.flow) return undefined;
  const [ones, others] = [children(before), children(after as List | Mapping)];
  if (ones.length !== others.length) return undefined;
  let found: readonly Step[] | 'same' = 'same';
  for (const [index, one] of ones.entries()) {
    const other = others[index] as (typeof ones)[number];
    if (one.step !== other.step) return undefined;
    const way = difference(one.node, other.node);
    if (way === 'same') continue;
    if (way === undefined || found !== 'same') return undefined;
    found = [one.step, ...way];
  }
  return found;
}

function children(node: List | Mapping): readonly { readonly step: Step; readonly node: Node }[] {
  if (node.kind === 'list') return node.items.map((item, step) => ({ step, node: item.node }));
  return node.pairs.map(({ name, value }) => ({ step: name, node: value }));
}

/** What a spliced reading consists of. */
export interface Spliced {
  readonly root: At;
  readonly faults: readonly Fault[];
  readonly doubts: readonly PlacedDoubt[];
  /** The way to the only value that changed, on its line, if it is a text and still is; `same` where none did. */
  readonly only: readonly Step[] | 'same' | undefined;
  /** Whether all lines are known to stay where they stand (`steady.ts`). */
  readonly steady: boolean;
}

/** A part around an edit, read by itself. */
interface Exchange {
  readonly part: Part;
  readonly read: Read;
  /** Where its first line begins. */
  readonly base: number;
}

/** All that a fault points to. */
function spansOf({ first, mend = [], ...fault }: Fault): readonly Span[] {
  return [fault, ...(first ? [first] : []), ...mend];
}

/** Whether all faults stand in a part: others could be judged by what stands in it. */
function holdsAll({ from, to }: Part, faults: readonly Fault[]): boolean {
  return faults.every((fault) => spansOf(fault).every(({ start, end }) => start > from && end <= to));
}

/** Exchanges the smallest part around a change. */
class Splicer {
  private readonly before: Source;
  private readonly change: Change;
  private readonly by: number;
  /** How many line breaks there were in what was changed, and how many there are. */
  private readonly oldBreaks: number;
  private readonly newBreaks: number;

  constructor(
    private readonly text: Source,
    private readonly previous: Reading,
    private readonly readPiece: ReadPiece,
  ) {
    this.before = previous.source;
    this.change = changeOf(this.before, text);
    const { start, end, newEnd } = this.change;
    this.by = newEnd - end;
    this.oldBreaks = breaks(this.before, start, end);
    this.newBreaks = breaks(text, start, newEnd);
  }

  run(): Spliced | undefined {
    const { previous, text, change } = this;
    if (!isPlain(text, change)) return undefined;
    let way = this.way(previous.faults.length > 0);
    let found = this.exchange(way);
    if (!found) return undefined;
    if (found.read.faults.length === 0)
      return this.joined(way, found, isSteady(previous, false) && this.leavesSteady(way, found));
    // A part with a fault may be read otherwise together with what stands around it, unless that is too much for it.
    const alone = this.way(true);
    if (alone.length <= way.length) {
      way = alone;
      found = this.exchange(way);
    }
    if (!found || !isSteady(previous, true) || !this.leavesSteady(way, found)) return undefined;
    return this.joined(way, found, true);
  }

  private way(alone: boolean): Part[] {
    return wayTo(this.previous, this.change, this.newBreaks - this.oldBreaks, alone);
  }

  /** Reads the smallest part on a way that can be read by itself; `way` ends in front of it then. */
  private exchange(way: Part[]): Exchange | undefined {
    const { before, text, change, by } = this;
    for (let part = way.pop(); part; part = way.pop()) {
      const { at, shape, depth, from, to } = part;
      const { kind } = at.node;
      const behind = behindSign(before, kind, from);
      if (behind === undefined || change.start < behind || behindSign(text, kind, from) !== behind) continue;
      if (!holdsAll(part, this.previous.faults)) continue;
      const base = lineStart(text, from);
      const column = from - base;
      const lines = linesOf(text.slice(base, to + by));
      // Behind its last line break the next part begins.
      if (to < before.length) for (const all of [lines.starts, lines.indents]) all.pop();
      if (lines.shifts.size > 0 || !staysWithin(lines, column, kind)) continue;
      // Rows of a text may have become a table: what stands above them says so.
      if (tablesOf(lines).length > 0) return undefined;
      const cut = isBlank(text, base, from) ? 0 : column;
      const read = this.readPiece({ lines, cut, column, kind, depth, shape });
      // What could not be read here could not be read together with more either.
      return read && { part, read, base };
    }
    return undefined;
  }

  /** Whether all lines would stay where they stand, as they did before. */
  private leavesSteady(way: readonly Part[], { part }: Exchange): boolean {
    return staysSteady(this.text, [...way, part], part.to + this.by);
  }

  /** The tree with a part exchanged, and what is to be said of all of it. */
  private joined(way: readonly Part[], { part, read, base }: Exchange, steady: boolean): Spliced {
    const { previous, by } = this;
    const { at, index, from, to } = part;
    const root = previous.root as At;
    const here = bisect(previous.doubts, (doubt) => doubt.start >= from);
    const behindIt = previous.doubts.slice(bisect(previous.doubts, (doubt) => doubt.start >= to));
    const doubts = previous.doubts
      .slice(0, here)
      .concat(read.doubts.map((doubt) => shifted(doubt, base)))
      .concat(by === 0 ? behindIt : behindIt.map((doubt) => moved(doubt, by)));
    const faults = read.faults.map((fault) => shifted(fault, base));
    const [old] = children(at.node).slice(index);
    const [now] = children(read.at.node as List | Mapping);
    const clean = previous.faults.length + faults.length === 0;
    const inner = old && now && clean ? difference(old.node, now.node) : undefined;
    const only = Array.isArray(inner) ? [...way.map(stepInto), stepInto(part), ...inner] : inner;
    let node: Node = exchanged(at.node, index, onlyPart(read.at.node, base + read.at.start - at.start), by);
    for (const outer of way.toReversed()) node = exchanged(outer.at.node, outer.index, holding(outer, node), by);
    // A rule may tell things on one line from others.
    const sameLines = this.oldBreaks + this.newBreaks === 0;
    return { root: { node, start: root.start }, faults, doubts, only: sameLines ? only : undefined, steady };
  }
}

/**
 * The tree, the faults and the doubts of a text, made of those of a plain reading; undefined where the whole must be
 * read.
 */
export function spliced(text: Source, previous: Reading, readPiece: ReadPiece): Spliced | undefined {
  if (!previous.plain || !previous.root || text.length > longestPlan) return undefined;
  return new Splicer(text, previous, readPiece).run();
}

function isBlank(text: TextLike, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}

/** How many line breaks there are in a part of a text. */
function breaks(text: TextLike, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
