/** Sorts keys into the order of the schema. */

import { readAgain } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import { linesOf } from '../syntax/lines.ts';
import { type At, isMap, itemsOf, type Mapping, type Node, type PairAt, pairsOf, spanOf } from '../syntax/tree.ts';
import { apply, type Edit, minimal } from '../text/edit.ts';
import { beginsLine, column, lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { unsound } from './protectedLines.ts';
import { sameData } from './sameData.ts';

/** A pair with the comments that stand above it, and those below that are deeper than its key. */
interface Block extends Span {
  readonly name: string;
  readonly text: string;
}

/** The names in the order of the format; those that it does not know stay after the one that they stand after. */
function ordered(names: readonly string[], shape: Shape): number[] {
  const rank = new Map(shape.keys.map((name, index) => [name, index]));
  let above = -1;
  const keys = names.map((name, index) => {
    above = rank.get(name) ?? above;
    return { index, rank: above };
  });
  return keys.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ index }) => index);
}

/** A part as it will be, and where it ends now. */
interface Rendered {
  readonly text: string;
  readonly end: number;
}

class Sorter {
  constructor(
    private readonly text: string,
    private readonly fixed: (span: Span) => boolean,
  ) {}

  /** The changes in a part: of maps inside each other the outermost is one change. */
  edits(at: At, shape: Shape | undefined): Edit[] {
    const sorted = this.sorted(at, shape);
    if (!sorted) return this.children(at, shape).flatMap(({ value, shape: own }) => this.edits(value, own));
    const edit = minimal(this.text, at.start, sorted.end, sorted.text);
    return edit ? [edit] : [];
  }

  /** The text of a part with all keys in it in order, and where that ends: comments below it may belong to it. */
  private render(at: At, shape: Shape | undefined): Rendered {
    const sorted = this.sorted(at, shape);
    if (sorted) return sorted;
    let text = '';
    let done = at.start;
    for (const { value, shape: own } of this.children(at, shape)) {
      const inner = this.render(value, own);
      text += this.text.slice(done, value.start) + inner.text;
      done = inner.end;
    }
    const end = Math.max(done, at.start + at.node.length);
    return { text: text + this.text.slice(done, end), end };
  }

  private children(at: At, shape: Shape | undefined): { value: At; shape: Shape | undefined }[] {
    const values = pairsOf(at).map(({ name, value }) => ({ value, shape: shape?.key(name) }));
    return [...values, ...itemsOf(at).map((value) => ({ value, shape: shape?.items }))];
  }

  private sorted(map: At, shape: Shape | undefined): Rendered | undefined {
    if (!isMap(map) || !shape) return undefined;
    const pairs = pairsOf(map);
    const names = pairs.map(({ name }) => name);
    const order = ordered(names, shape);
    if (order.every((from, to) => from === to) || new Set(names).size < names.length) return undefined;
    const blocks = map.node.flow
      ? this.inBraces(map, pairs, shape)
      : this.inLines(map, pairs, shape, order[0] as number);
    if (!blocks) return undefined;
    let text = '';
    let done = map.start;
    for (const [index, { start, end }] of blocks.entries()) {
      text += this.text.slice(done, start) + (blocks[order[index] as number] as Block).text;
      done = end;
    }
    const end = Math.max(done, map.start + map.node.length);
    return { text: text + this.text.slice(done, end), end };
  }

  /** The text of a pair from `start` to `end`, its value in order. */
  private rendered({ name, value }: PairAt, shape: Shape, start: number, end: number): string {
    if (value.node.length === 0) return this.text.slice(start, end);
    const inner = this.render(value, shape.key(name));
    return this.text.slice(start, value.start) + inner.text + this.text.slice(inner.end, end);
  }

  private inBraces(map: At<Mapping>, pairs: readonly PairAt[], shape: Shape): Block[] | undefined {
    const span = spanOf(map);
    if (/[\n#]/.test(this.text.slice(span.start, span.end)) || this.fixed(span)) return undefined;
    // Behind a key without a value there is no telling where it ends.
    if (pairs.some(({ value }) => value.node.length === 0)) return undefined;
    return pairs.map((pair) => ({
      ...pair.span,
      name: pair.name,
      text: this.rendered(pair, shape, pair.span.start, pair.span.end),
    }));
  }

  private inLines(map: At<Mapping>, pairs: readonly PairAt[], shape: Shape, first: number): Block[] | undefined {
    const { text } = this;
    const depth = column(text, map.start);
    const blocks: Block[] = [];
    for (const [index, pair] of pairs.entries()) {
      const next = pairs[index + 1];
      const start = index === 0 ? pair.key.start : this.above(pair, (blocks[index - 1] as Block).end, depth);
      if (start === undefined) return undefined;
      const end = this.below(pair, next?.key.start ?? text.length, depth);
      if (this.fixed({ start, end })) return undefined;
      blocks.push({ name: pair.name, start, end, text: this.rendered(pair, shape, start, end) });
    }
    return this.behindBlanks(map, blocks, depth, first);
  }

  /** All blocks as they begin after their blanks. Undefined where a comment would come to stand after a hyphen. */
  private behindBlanks(map: At, blocks: readonly Block[], depth: number, first: number): Block[] | undefined {
    const behindHyphen = !beginsLine(this.text, map.start);
    if (behindHyphen && blocks[first]?.text.trimStart().startsWith('#')) return undefined;
    const blanks = ' '.repeat(depth);
    return blocks.map((block, index) =>
      index > 0 && block.text.startsWith(blanks)
        ? { ...block, start: block.start + depth, text: block.text.slice(depth) }
        : block,
    );
  }

  /** Where a pair begins with the comments right above it; undefined where something else stands on its line. */
  private above({ key }: PairAt, least: number, depth: number): number | undefined {
    let start = lineStart(this.text, key.start);
    if (this.text.slice(start, key.start) !== ' '.repeat(depth)) return undefined;
    while (start > least) {
      const line = lineStart(this.text, start - 1);
      if (line < least || !this.text.slice(line, start).trimStart().startsWith('#')) break;
      start = line;
    }
    return start;
  }

  /** Where a pair ends: after the last line of its value, a comment on it, and comments below that are deeper than its key. */
  private below({ span, key }: PairAt, next: number, depth: number): number {
    const { text } = this;
    let last = Math.max(span.end, key.end);
    while (last > key.end && /\s/.test(text[last - 1] ?? '')) last--;
    let end = lineEnd(text, last);
    for (let at = end; at < next; ) {
      const line = text.indexOf('\n', at) + 1;
      if (line === 0 || line >= next) break;
      const stop = lineEnd(text, line);
      const source = text.slice(line, stop);
      if (!/^\s*#/.test(source) || source.search(/#/) <= depth) break;
      end = stop;
      at = stop;
    }
    return end;
  }
}

/** Whether two parts hold the same, their keys in whatever order. */
function sameKeys(before: Node, after: Node): boolean {
  if (before.kind === 'list' && after.kind === 'list')
    return (
      before.items.length === after.items.length &&
      before.items.every(({ node }, i) => sameKeys(node, after.items[i]?.node as Node))
    );
  if (before.kind !== 'map' || after.kind !== 'map') return sameData(before, after);
  if (before.pairs.length !== after.pairs.length) return false;
  // Of a key written twice the first counts.
  const others = new Map(after.pairs.toReversed().map(({ name, value }) => [name, value]));
  return before.pairs.every(({ name, value }) => {
    const other = others.get(name);
    return other !== undefined && sameKeys(value, other);
  });
}

/**
 * The changes that put keys in the order of the format, each with its comments; empty lines stay where they are, and so
 * does what cannot be read.
 */
export function keyOrder(reading: Reading): Edit[] {
  const { text, root, format } = reading;
  if (!root) return [];
  const lines = linesOf(text);
  const kept = unsound(reading, lines);
  const sorter = new Sorter(text, ({ start, end }) => kept.anySpan({ start, end }));
  const edits = sorter.edits(root, format.shape);
  if (edits.length === 0) return [];
  const read = readAgain(apply(text, edits), reading);
  const same = read.errors.length === reading.errors.length && read.root && sameKeys(root.node, read.root.node);
  return same ? edits : [];
}
