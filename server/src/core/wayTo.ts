/** The way through the tree of a text to a change in it, part by part. */
import { lineEnd, lineStart } from './edit.ts';
import type { Reading } from './reading.ts';
import type { Shape } from './schema.ts';
import type { Change, TextLike } from './source.ts';
import { type At, type Item, type List, lastAt, type Mapping, type Pair } from './tree.ts';

/** A block of up to this many lines is read in one go; only the parts of a longer one can be read one by one. */
export const leafLines = 40;

/** A list or map on the way to the edit, and which of its parts holds it. */
export interface Part {
  readonly at: At<List | Mapping>;
  readonly index: number;
  readonly shape: Shape | undefined;
  readonly depth: number;
  /** From the part to the next one, or to where the whole ends. */
  readonly from: number;
  readonly to: number;
}

/** What a list or map consists of, in the order of the text. */
export function parts(node: List | Mapping): readonly { readonly at: number }[] {
  return node.kind === 'list' ? node.items : node.pairs;
}

/** What stands in a part: the item of a list, or the value of a pair, and what the format says of its place. */
export function inside({ node, start }: At<List | Mapping>, index: number, shape: Shape | undefined) {
  if (node.kind === 'list') {
    const item = node.items[index] as Item;
    return { at: { node: item.node, start: start + item.at }, shape: shape?.items };
  }
  const pair = node.pairs[index] as Pair;
  return { at: { node: pair.value, start: start + pair.valueAt }, shape: shape?.key(pair.name) };
}

/** Whether a part of a text has more lines than are read in one go, when `more` have been added to it. */
export function isLong(text: TextLike, from: number, to: number, more: number): boolean {
  let lines = 1 + Math.min(more, 0);
  for (let at = text.indexOf('\n', from); at >= 0 && at < to - 1; at = text.indexOf('\n', at + 1)) {
    if (++lines > leafLines) return true;
  }
  return false;
}

/** Where a part begins: its hyphen or key. */
export function beginning(text: TextLike, { node, start }: At<List | Mapping>, index: number): number {
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

/**
 * The lists and maps around an edit that are read part by part, from the outside in. `alone`: only those of which that is
 * certain, because they are too long to be read in one go; without faults it makes no difference in which pieces a text is read.
 */
export function wayTo(previous: Reading, change: Change, newLines: number, alone: boolean): Part[] {
  const { source: text, root } = previous;
  const way: Part[] = [];
  let at = root;
  let shape: Shape | undefined = previous.format.shape;
  let [from, to] = [0, text.length];
  for (let depth = 0; at && (at.node.kind === 'list' || at.node.kind === 'map') && !at.node.flow; depth++) {
    const here = at as At<List | Mapping>;
    if (alone && !isLong(text, Math.max(from, lineStart(text, here.start)), to, newLines)) break;
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
    ({ at, shape } = inside(here, index, shape));
    // What stands on the line of its key is read together with it.
    if (here.node.kind === 'map' && lineEnd(text, begins) > at.start) break;
    if (at.start > change.start) break;
  }
  return way;
}
