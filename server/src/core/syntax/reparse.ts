/**
 * Incremental reparse. Re-reads only the smallest item or pair around a change and puts it in place of the old one; what
 * stands after it is shifted. Two conditions, or the whole is read again (with the blocks that did not change):
 *
 * - the changed lines mean nothing outside of their part (`isPlain`): no tab, no row of a table, no bullet, no line of dashes;
 * - neither the old text nor the new part has an error: what is wrong may concern more than the part.
 *
 *     levers:
 *       values:
 *         strategies:
 *           - use: a      # the same node as before
 *           - use: b      # a letter typed here: this item is read again, and exchanged in the list
 *     measures: []        # the same node, a letter further on
 *
 * Offsets are UTF-16 units of the document unless said otherwise.
 */

import type { Shape } from '../schema/schema.ts';
import { binarySearch } from '../text/binarySearch.ts';
import { type Change, changeOf } from '../text/change.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { mayBeginItem } from './itemSigns.ts';
import { keyAt } from './keyPattern.ts';
import { longestPlan } from './limits.ts';
import { type Lines, linesOf, oddBlank } from './lines.ts';
import { moved, type PlacedAmbiguity, shifted } from './parseError.ts';
import { mayBeStray } from './strayCharacters.ts';
import type { SyntaxTree } from './syntaxTree.ts';
import { tablesOf } from './tables.ts';
import { type At, type Item, List, lastAt, Mapping, type Node, type Pair, pairEnd, pairMoved } from './tree.ts';

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

/** A piece that was read without an error: a list or map of one, and its ambiguities in the order of the text. */
export interface ReadPart {
  readonly at: At;
  readonly ambiguities: readonly PlacedAmbiguity[];
}

/** Reads a piece by itself; undefined where anything is wrong with it. */
export type ReadPiece = (piece: Piece) => ReadPart | undefined;

/** Lines that are looked for in the whole text: conflicts, new rows of tables, fences, ends of documents. */
const reachesFurther = /^(?:<{7}|={7}|>{7}|\|{7}|---|\.\.\.|%)|\t|^[ ]*\|.*\|[ \r]*$| \| |^[ ]*(?:`{3}|~{3})|\r(?!\n)/m;

/** Whether the lines that were changed, and those beside them, mean something only for the block that they stand in. */
function isPlain(text: string, { start, newEnd }: Change): boolean {
  const next = text.indexOf('\n', newEnd);
  const lines = text.slice(
    lineStart(text, lineStart(text, start) - 1),
    next < 0 ? text.length : lineEnd(text, next + 1),
  );
  if (reachesFurther.test(lines) || mayBeginItem.test(lines)) return false;
  return lines.split('\n').every((line) => {
    const at = line.search(/[^ ]/);
    return at < 0 || !oddBlank(line.charCodeAt(at));
  });
}

/** Where a part goes on after its hyphen, or its key and colon; undefined where it does not begin as it must. */
function afterSign(text: string, kind: 'list' | 'map', from: number): number | undefined {
  if (kind === 'map') {
    // A key ends on its line.
    const after = keyAt(text.slice(from, lineEnd(text, from)), 0)?.after;
    return after === undefined ? undefined : from + after;
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

/** A list or map with one part exchanged, and those after it `by` further on. */
function exchanged(node: List | Mapping, index: number, part: Item | Pair, by: number): List | Mapping {
  if (node.kind === 'list') {
    const items = node.items.map((item, at) => (at > index ? { at: item.at + by, node: item.node } : item));
    items[index] = part as Item;
    const last = items.at(-1) as Item;
    return new List(Math.max(1, last.at + last.node.length), node.flow, items);
  }
  const pairs = node.pairs.map((pair, at) => (at > index ? pairMoved(pair, by) : pair));
  pairs[index] = part as Pair;
  return new Mapping(pairEnd(pairs.at(-1) as Pair), node.flow, pairs);
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

/** A list or map on the path to the change, and which of its parts holds it. */
interface Part {
  readonly at: At<List | Mapping>;
  readonly index: number;
  readonly shape: Shape | undefined;
  readonly depth: number;
  /** From the part to the next one, or to where the whole ends. */
  readonly from: number;
  readonly to: number;
}

/** The items or pairs of a list or map, in the order of the text. */
function parts(node: List | Mapping): readonly { readonly at: number }[] {
  return node.kind === 'list' ? node.items : node.pairs;
}

/** The value in a part, an item or a pair's value, with the shape of its place. */
function inside({ node, start }: At<List | Mapping>, index: number, shape: Shape | undefined) {
  if (node.kind === 'list') {
    const item = node.items[index] as Item;
    return { at: { node: item.node, start: start + item.at }, shape: shape?.items };
  }
  const pair = node.pairs[index] as Pair;
  return { at: { node: pair.value, start: start + pair.valueAt }, shape: shape?.key(pair.name) };
}

/** Where a part begins: its hyphen or key. */
function beginning(text: string, { node, start }: At<List | Mapping>, index: number): number {
  const part = start + (parts(node)[index] as { at: number }).at;
  if (node.kind === 'map') return part;
  if (index === 0) return start;
  // What an item holds begins after its hyphen, or on a line below it.
  let line = lineStart(text, part);
  const column = start - lineStart(text, start);
  while (line > start && !(text.charAt(line + column) === '-' && /^ *$/.test(text.slice(line, line + column)))) {
    line = lineStart(text, line - 1);
  }
  return line + column;
}

/** The lists and maps around a change that are read part by part, from the outside in. */
function pathToChange(previous: SyntaxTree, top: Shape, change: Change): Part[] {
  const { text, root } = previous;
  const path: Part[] = [];
  let at = root;
  let shape: Shape | undefined = top;
  let to = text.length;
  for (let depth = 0; at && (at.node.kind === 'list' || at.node.kind === 'map') && !at.node.flow; depth++) {
    const here = at as At<List | Mapping>;
    let index = lastAt(parts(here.node), change.start - here.start - 1);
    if (here.node.kind === 'list' && index + 1 < here.node.items.length) {
      // What an item holds may begin below its hyphen.
      if (beginning(text, here, index + 1) < change.start) index++;
    }
    if (index < 0) break;
    const from = beginning(text, here, index);
    const next = index + 1 < parts(here.node).length ? lineStart(text, beginning(text, here, index + 1)) : to;
    // The line break before the next part stays.
    if (change.end >= next && next < text.length) break;
    path.push({ at: here, index, shape, depth, from, to: next });
    to = next;
    ({ at, shape } = inside(here, index, shape));
    // What stands on the line of its key is read together with it.
    if (here.node.kind === 'map' && lineEnd(text, from) > at.start) break;
    if (at.start > change.start) break;
  }
  return path;
}

/** The part read anew in the new text, and the offset of its first line; undefined where it cannot be read by itself. */
function reread(
  part: Part,
  before: string,
  text: string,
  change: Change,
  readPiece: ReadPiece,
): { readonly read: ReadPart; readonly base: number } | 'too small' | undefined {
  const { at, shape, depth, from, to } = part;
  const { kind } = at.node;
  const end = to + change.newEnd - change.end;
  const after = afterSign(before, kind, from);
  if (after === undefined || change.start < after || afterSign(text, kind, from) !== after) return 'too small';
  const base = lineStart(text, from);
  const column = from - base;
  const lines = linesOf(text.slice(base, end));
  // Behind its last line break the next part begins.
  if (to < before.length) for (const all of [lines.starts, lines.indents]) all.pop();
  if (lines.shifts.size > 0 || !staysWithin(lines, column, kind)) return 'too small';
  // Rows of a text may have become a table, lines a list: what stands above them says so.
  if (tablesOf(lines).length > 0 || mayBeginItem.test(lines.text) || mayBeStray(lines.text)) return undefined;
  const cut = text.slice(base, from).trim() === '' ? 0 : column;
  const read = readPiece({ lines, cut, column, kind, depth, shape });
  // What could not be read here could not be read together with more either.
  return read && { read, base };
}

/** Result of an incremental reparse: a tree without an error, and its ambiguities. */
export interface Reparsed {
  readonly root: At;
  readonly ambiguities: readonly PlacedAmbiguity[];
}

/**
 * The tree and the ambiguities of a text, made of those of the version before; undefined where the whole must be read.
 * `shape`: what the format says of the whole.
 */
export function reparse(text: string, previous: SyntaxTree, shape: Shape, readPiece: ReadPiece): Reparsed | undefined {
  const { root, ambiguities, text: before } = previous;
  if (!previous.reparsable || !root || previous.errors.length > 0 || text.length > longestPlan) return undefined;
  const change = changeOf(before, text);
  if (!isPlain(text, change)) return undefined;
  const path = pathToChange(previous, shape, change);
  for (let part = path.pop(); part; part = path.pop()) {
    const found = reread(part, before, text, change, readPiece);
    if (found === undefined) return undefined;
    if (found === 'too small') continue;
    const { read, base } = found;
    const by = change.newEnd - change.end;
    let node: Node = exchanged(
      part.at.node,
      part.index,
      onlyPart(read.at.node, base + read.at.start - part.at.start),
      by,
    );
    for (const outer of path.toReversed()) node = exchanged(outer.at.node, outer.index, holding(outer, node), by);
    const { from, to } = part;
    const after = ambiguities.slice(binarySearch(ambiguities, (ambiguity) => ambiguity.start >= to));
    return {
      root: { node, start: root.start },
      ambiguities: ambiguities
        .slice(
          0,
          binarySearch(ambiguities, (ambiguity) => ambiguity.start >= from),
        )
        .concat(read.ambiguities.map((ambiguity) => shifted(ambiguity, base)))
        .concat(by === 0 ? after : after.map((ambiguity) => moved(ambiguity, by))),
    };
  }
  return undefined;
}
