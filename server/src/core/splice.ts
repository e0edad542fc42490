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
import { type At, type Item, List, lastAt, Mapping, type Node, type Pair, pairMoved, type Step } from './tree.ts';

/** A block of up to this many lines is read in one go; only the parts of a longer one can be read one by one. */
export const leafLines = 40;

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

/** What was read of a piece: a list or map of one, and its doubts. Undefined where it could not be read without a question. */
export type ReadPiece = (piece: Piece) => { readonly at: At; readonly doubts: readonly PlacedDoubt[] } | undefined;

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

/** A list or map on the way to the edit, and which of its parts holds it. */
interface Part {
  readonly at: At<List | Mapping>;
  readonly index: number;
  readonly shape: Shape | undefined;
  readonly depth: number;
  /** From the part to the next one, or to where the whole ends. */
  readonly from: number;
  readonly to: number;
}

function parts(node: List | Mapping): readonly { readonly at: number }[] {
  return node.kind === 'list' ? node.items : node.pairs;
}

/** More lines than are read in one go. */
function isLong(text: TextLike, from: number, to: number, more: number): boolean {
  let lines = 1 + Math.min(more, 0);
  for (let at = text.indexOf('\n', from); at >= 0 && at < to - 1; at = text.indexOf('\n', at + 1)) {
    if (++lines > leafLines) return true;
  }
  return false;
}

/** Where a part begins: its hyphen or key. */
function beginning(text: TextLike, { node, start }: At<List | Mapping>, index: number): number {
  const part = start + (parts(node)[index] as { at: number }).at;
  if (node.kind === 'map') return part;
  if (index === 0) return start;
  // What an item holds begins behind its hyphen, or on a line below it.
  let line = lineStart(text, part);
  const column = start - lineStart(text, start);
  while (line > start && !(text.charAt(line + column) === '-' && /^ *$/.test(text.slice(line, line + column)))) {
    line = lineStart(text, line - 1);
  }
  return line + column;
}

/** The lists and maps around an edit that are read part by part, from the outside in. */
function wayTo(previous: Reading, change: Change, newLines: number): Part[] {
  const { source: text, root } = previous;
  const way: Part[] = [];
  let at = root;
  let shape: Shape | undefined = previous.format.shape;
  let [from, to] = [0, text.length];
  for (let depth = 0; at && (at.node.kind === 'list' || at.node.kind === 'map') && !at.node.flow; depth++) {
    const here = at as At<List | Mapping>;
    // Without faults it makes no difference in which pieces a text is read.
    const whole =
      previous.faults.length > 0 && !isLong(text, Math.max(from, lineStart(text, here.start)), to, newLines);
    if (whole) break;
    let index = lastAt(parts(here.node), change.start - here.start - 1);
    if (here.node.kind === 'list' && index + 1 < here.node.items.length) {
      // What an item holds may begin below its hyphen.
      if (beginning(text, here, index + 1) < change.start) index++;
    }
    if (index < 0) break;
    const begins = beginning(text, here, index);
    const next = index + 1 < parts(here.node).length ? lineStart(text, beginning(text, here, index + 1)) : to;
    // The line break before the next part stays.
    if (change.end >= next && next < text.length) break;
    way.push({ at: here, index, shape, depth, from: begins, to: next });
    [from, to] = [begins, next];
    if (here.node.kind === 'list') {
      const item = here.node.items[index] as Item;
      at = { node: item.node, start: here.start + item.at };
      shape = shape?.items;
    } else {
      const pair = here.node.pairs[index] as Pair;
      at = { node: pair.value, start: here.start + pair.valueAt };
      // What stands on the line of its key is read together with it.
      if (lineEnd(text, begins) > at.start) break;
      shape = shape?.key(pair.name);
    }
    if (at.start > change.start) break;
  }
  return way;
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
  readonly doubts: readonly PlacedDoubt[];
  /** The way to the only value that changed, on its line, if it is a text and still is; `same` where none did. */
  readonly only: readonly Step[] | 'same' | undefined;
}

/** The tree and the doubts of a text, made of those of a plain reading; undefined where the whole must be read. */
export function spliced(text: Source, previous: Reading, readPiece: ReadPiece): Spliced | undefined {
  const { root } = previous;
  if (!previous.plain || !root || text.length > longestPlan) return undefined;
  const before = previous.source;
  const change = changeOf(before, text);
  if (!isPlain(text, change)) return undefined;
  const by = change.newEnd - change.end;
  const added = breaks(text, change.start, change.newEnd) - breaks(before, change.start, change.end);
  const way = wayTo(previous, change, added);
  for (let step = way.pop(); step; step = way.pop()) {
    const { at, index, shape, depth, from, to } = step;
    const { kind } = at.node;
    const behind = behindSign(before, kind, from);
    if (behind === undefined || change.start < behind || behindSign(text, kind, from) !== behind) continue;
    if (!previous.faults.every((fault: Fault) => fault.start > from && fault.end <= to)) continue;
    const base = lineStart(text, from);
    const column = from - base;
    const lines = linesOf(text.slice(base, to + by));
    if (lines.shifts.size > 0 || !staysWithin(lines, column, kind)) continue;
    // Rows of a text may have become a table: what stands above them says so.
    if (tablesOf(lines).length > 0) return undefined;
    const cut = isBlank(text, base, from) ? 0 : column;
    const read = readPiece({ lines, cut, column, kind, depth, shape });
    // What could not be read here could not be read together with more either.
    if (!read) return undefined;
    const here = bisect(previous.doubts, (doubt) => doubt.start >= from);
    const behindIt = previous.doubts.slice(bisect(previous.doubts, (doubt) => doubt.start >= to));
    const doubts = previous.doubts
      .slice(0, here)
      .concat(read.doubts.map((doubt) => shifted(doubt, base)))
      .concat(by === 0 ? behindIt : behindIt.map((doubt) => moved(doubt, by)));
    const [old] = children(at.node).slice(index);
    const [now] = children(read.at.node as List | Mapping);
    const inner = old && now && previous.faults.length === 0 ? difference(old.node, now.node) : undefined;
    const only = Array.isArray(inner) ? [...way.map(stepInto), stepInto(step), ...inner] : inner;
    // A rule may tell things on one line from others.
    const sameLines = breaks(before, change.start, change.end) + breaks(text, change.start, change.newEnd) === 0;
    let node: Node = exchanged(at.node, index, onlyPart(read.at.node, base + read.at.start - at.start), by);
    for (const outer of way.reverse()) node = exchanged(outer.at.node, outer.index, holding(outer, node), by);
    return { root: { node, start: root.start }, doubts, only: sameLines ? only : undefined };
  }
  return undefined;
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
