/**
 * The parser: text (and the tree of the version before) to tree. Never throws; what cannot be read is an error in it.
 *
 * The text is cut by indentation into blocks that are small enough to be read one by one with the `yaml` library.
 * That has two effects: a mistake is confined to its block (an unclosed quote does not swallow the rest of the file),
 * and a block whose text did not change is taken from the version before. For text without faults the result is the
 * same as reading it whole; tests hold it to that.
 */

import { takesItems, takesText } from '../schema/places.ts';
import { keyTitled, type Shape } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { explainError } from './explainError.ts';
import { almostKeyAt, bulletAt, isFormatKey, keyAt, keyName, numeralAt } from './keyPattern.ts';
import { leafLines, longestPlan } from './limits.ts';
import { type Lines, readable } from './lines.ts';
import { type RepairedIndentation, repairIndentation } from './repairIndentation.ts';
import { meant, putBack } from './repairPlacement.ts';
import { type Piece, type ReadPart, reparse } from './reparse.ts';
import {
  confined,
  type Doubt,
  type Fault,
  type Mend,
  placed,
  type Reason,
  readAsMeant,
  shifted,
} from './syntaxError.ts';
import { type SyntaxTree, unreadTree } from './syntaxTree.ts';
import { type At, List, Mapping, type Node, type Pair, pairMoved } from './tree.ts';
import { cutOff, type Leaf, onlyPair, readBlock, repeatedKeys } from './yamlBlock.ts';

/** Blocks inside each other deeper than this are not read; the recursion below must end. */
const deepestBlocks = 100;

/** A run of lines; `cut` is where its first line begins to count (behind a dash, say). */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly cut: number;
}

/** What is said where lines do not stand as deep as they should. */
const depths: ReadonlySet<Reason> = new Set<Reason>([
  'indent',
  'misplaced-key',
  'stray-item',
  'unaligned',
  'no-colon',
  'colon-in-text',
  'unexpected',
]);

const nothing: Node = { kind: 'scalar', length: 0, value: null, style: 'plain' };

/** A list that was found below a key although it cannot begin there: what it is the value of, and what moves it. */
interface ListBelow {
  pair: Pair;
  readonly column: number;
  readonly by: number;
  readonly mend: Mend[];
}

/** A key and its value, placed in the text. */
interface Placed {
  readonly at: number;
  readonly key: { readonly name: string; readonly length: number };
  readonly value: At;
}

class Reader {
  readonly faults: Fault[] = [];
  readonly doubts: Doubt[] = [];
  readonly leaves = new Map<string, Leaf>();
  /** Lines with which an item begins that lacks its hyphen. */
  private readonly bareItems = new Set<number>();
  /** A text over several lines holds what may have been meant as an item. */
  swallows = false;
  /** By line: the blanks before one that is not indented with spaces, and what should stand there. */
  private readonly odd = new Map<number, Mend>();
  /** By line: how many blanks are missing behind the hyphen with which it begins. */
  private readonly tight = new Map<number, number>();

  constructor(
    private readonly lines: Lines,
    private readonly known: ReadonlyMap<string, Leaf>,
    /** Lines that were put in their column before: what is wrong with them is said. */
    private readonly straight: ReadonlySet<number> = new Set(),
  ) {}

  private get text(): string {
    return this.lines.text;
  }

  private start(line: number): number {
    return this.lines.starts[line] ?? this.text.length;
  }

  /** Where the text of a run of lines ends, its last line break included. */
  private end(range: Range): number {
    return range.to < this.lines.starts.length ? this.start(range.to) : this.text.length;
  }

  private fault(reason: Reason, start: number, end: number, more: Partial<Fault> = {}): void {
    this.faults.push({ reason, start, end, ...more });
  }

  private shift(line: number): number {
    if (this.lines.shifts.size === 0 && this.tight.size === 0) return 0;
    return (this.lines.shifts.get(line) ?? 0) + (this.tight.get(line) ?? 0);
  }

  /** The column of the first character of a line that counts in this range. */
  private column(range: Range, line: number): number {
    return line === range.from && range.cut > this.start(line)
      ? range.cut - this.start(line) + this.shift(line)
      : (this.lines.indents[line] ?? -1);
  }

  /** The offset of a column of a line. */
  private at(line: number, column: number): number {
    return this.start(line) + column - this.shift(line);
  }

  private firstLine(range: Range): number {
    for (let line = range.from; line < range.to; line++) if (this.column(range, line) >= 0) return line;
    return -1;
  }

  /** End of a line's text without its break and trailing blanks. */
  private lineEnd(line: number): number {
    let end = line + 1 < this.lines.starts.length ? this.start(line + 1) : this.text.length;
    while (end > this.start(line) && /\s/.test(this.text[end - 1] ?? '')) end--;
    return end;
  }

  /** Whether a line behind the first is indented with other characters than spaces: such a run is read line by line. */
  private hasOdd(range: Range): boolean {
    if (this.lines.shifts.size === 0) return false;
    for (let line = range.from + 1; line < range.to; line++) if (this.lines.shifts.has(line)) return true;
    return false;
  }

  /** Where the text of a leaf begins to count: as far before its first character as that stands in its line. */
  private base(range: Range): number {
    const column = range.cut - this.start(range.from);
    return range.cut - Math.max(0, column + this.shift(range.from));
  }

  private leaf(range: Range): Leaf {
    const source = this.text.slice(range.cut, this.end(range));
    const before = range.cut - this.base(range);
    // A text of its own: a mere slice, and every word in it, would keep the whole text of this version in memory.
    const text = before > 0 ? ' '.repeat(before) + source : ` ${source}`.slice(1);
    const leaf = this.leaves.get(text) ?? this.known.get(text) ?? readBlock(text);
    this.leaves.set(text, leaf);
    return leaf;
  }

  private take(range: Range, leaf: Leaf): At {
    const base = this.base(range);
    for (const fault of leaf.faults) this.faults.push(shifted(fault, base));
    this.swallows ||= leaf.swallows;
    for (const doubt of leaf.doubts) this.doubts.push(shifted(doubt, base));
    return { node: leaf.node, start: base + leaf.at };
  }

  /** A block that could not be read: why, and a broken node in its place. */
  private broken(range: Range, leaf: Leaf, at: number): At {
    const base = this.base(range);
    const trimmed = (end: number): number => {
      let to = end;
      while (to > at && /\s/.test(this.text[to - 1] ?? '')) to--;
      return to;
    };
    const end = trimmed(this.end(range));
    // Comments below it are no part of the value, as far as one can tell.
    let last = range.to;
    while (last > range.from + 1 && (this.lines.indents[last - 1] ?? -1) < 0) last--;
    const span = { start: at, end: trimmed(this.end({ ...range, to: last })) };
    const first = leaf.faults.find((fault) => !confined(fault));
    const why = first && explainError(this.text, span, shifted(first, base), this.lines.tabs?.at(at));
    if (why) this.faults.push(readAsMeant(why) ? { ...why, lost: true } : why);
    return { node: { kind: 'broken', length: Math.max(0, end - at) }, start: at };
  }

  /** Edits that move the lines of a range by some columns: the first only, if the others stand deep enough as it is. */
  private moved(range: Range, by: number): Mend[] {
    const mend: Mend[] = [];
    const column = this.lines.indents[range.from] ?? -1;
    const first = column + by;
    const below = this.lines.indents.slice(range.from + 1, range.to).filter((other) => other >= 0);
    const keys = this.keysOf(this.at(range.from, column));
    const alone = keys
      ? below[0] === first + keys && below.every((other) => other >= first + keys)
      : by > 0 && below.every((other) => other > first);
    for (let line = range.from; line < (alone ? range.from + 1 : range.to); line++) {
      const column = this.lines.indents[line] ?? -1;
      if (column < 0) continue;
      mend.push({ start: this.start(line), end: this.at(line, column), text: ' '.repeat(Math.max(0, column + by)) });
    }
    return mend;
  }

  /** How far behind its hyphen the first key of the item at an offset stands (`flow`: or its brace); 0 where there is no such item. */
  private keysOf(at: number, flow = false): number {
    if (!this.dashAt(at)) return 0;
    let cut = at + 1;
    while (this.text[cut] === ' ') cut++;
    return keyAt(this.text, cut) || (flow && this.text[cut] === '{') ? cut - at : 0;
  }

  /** Notes that a line which begins something is not indented with spaces, and how far it should be. */
  private indented(line: number, column: number): void {
    if (!this.lines.shifts.has(line) || this.odd.has(line) || this.straight.has(line)) return;
    const start = this.start(line);
    const end = this.at(line, this.lines.indents[line] as number);
    this.odd.set(line, { start, end, text: ' '.repeat(column) });
  }

  /** One fault for all lines that are not indented with spaces; `blank` are those that hold nothing else or a comment. */
  finish(text: string, blank: readonly Mend[]): void {
    const mend = [...this.odd.values(), ...blank].sort((a, b) => a.start - b.start);
    const [first] = mend;
    if (!first) return;
    const at = first.start + text.slice(first.start, first.end).search(/[^ ]/);
    const tab = text[at] === '\t';
    const more = tab && { word: '\t' };
    if (!mend.some(({ start }) => this.lines.tabs?.at(start).unclear))
      this.fault('odd-indentation', at, at + 1, { mend, ...more });
    // How deep the lines stand is a guess: what does not fit with it speaks against it.
    else if (this.faults.some(({ reason }) => depths.has(reason)))
      this.fault('odd-indentation', at, at + 1, { ...more });
    else this.fault('odd-indentation', at, at + 1, { mend, unsure: true, ...more });
  }

  /** Whatever stands in a run of lines; `undefined` where they hold only blanks and comments. */
  block(range: Range, depth: number, shape: Shape | undefined): At | undefined {
    const first = this.firstLine(range);
    if (first < 0) return undefined;
    const indent = this.column(range, first);
    const at = this.at(first, indent);
    const behindSign = first === range.from && range.cut > this.start(first);
    const cut = behindSign ? range.cut : this.lines.shifts.has(first) ? at : this.start(first);
    const here = { from: first, to: range.to, cut };
    if (depth > deepestBlocks) {
      this.fault('too-deep', at, at + 1);
      return { node: { kind: 'broken', length: 1 }, start: at };
    }
    let kind = this.kindAt(at);
    if (kind === 'other' && this.titledKey(here, at, shape)) kind = 'map';
    // Where only a list can stand, a hyphen without its space is meant to begin an item.
    const onlyList = shape?.items && !shape.types.includes('string');
    if (kind === 'other' && onlyList && (this.text[at] === '-' || numeralAt(this.text, at) > 0)) kind = 'list';
    const small = here.to - here.from <= leafLines && !this.hasOdd(here);
    if (kind === 'other' || (small && this.isProper(at, kind))) {
      const leaf = this.leaf(here);
      const repeats = leaf.faults.filter(({ reason }) => reason === 'repeated-key').length > 1;
      if (leaf.faults.every(confined) && (kind === 'other' || !(leaf.closer || repeats))) {
        this.indented(first, indent);
        return this.take(here, leaf);
      }
      if (kind === 'other') {
        // One line that cannot be read does not take along what stands below it in the same column.
        const below = this.kindBelow(here, indent);
        if (below === 'other') return this.broken(here, leaf, at);
        return below === 'list' ? this.list(here, indent, depth, shape) : this.map(here, indent, depth, shape);
      }
    }
    return kind === 'list' ? this.list(here, indent, depth, shape) : this.map(here, indent, depth, shape);
  }

  /** An item or a pair, as a list or map of one. */
  piece({ lines, cut, column, kind, depth, shape }: Piece): At {
    const range = { from: 0, to: lines.starts.length, cut };
    return kind === 'list' ? this.list(range, column, depth, shape) : this.map(range, column, depth, shape);
  }

  /** What the first later line in this column begins that begins a list or a map. */
  private kindBelow(range: Range, indent: number): 'list' | 'map' | 'other' {
    for (let line = range.from + 1; line < range.to; line++) {
      if (this.lines.indents[line] !== indent) continue;
      const kind = this.kindAt(this.at(line, indent));
      if (kind !== 'other') return kind;
    }
    return 'other';
  }

  private dashAt(at: number): boolean {
    return this.text[at] === '-' && /[ \t\r\n]|^$/.test(this.text[at + 1] ?? '');
  }

  /** What begins at an offset, as it is written or was meant. */
  private kindAt(at: number): 'list' | 'map' | 'other' {
    if (this.dashAt(at)) return 'list';
    if (this.text[at] === '-' && (this.keyFrom(at + 1) || /[[{"'\u00a0\u3000]/.test(this.text[at + 1] ?? '')))
      return 'list';
    if (bulletAt(this.text, at) > 0) return 'list';
    if (keyAt(this.text, at)) return 'map';
    return almostKeyAt(this.text, at, false) || this.quotedKey(at) ? 'map' : 'other';
  }

  /** A key of the format behind a quotation mark that is not closed. */
  private quotedKey(at: number): boolean {
    return /["']/.test(this.text[at] ?? '') && this.keyFrom(at + 1) && !keyAt(this.text, at);
  }

  /** A key of the format right here. */
  private keyFrom(at: number): boolean {
    const key = keyAt(this.text, at);
    return key !== undefined && isFormatKey(key.source);
  }

  /** Whether the beginning of a list or map is written as it must be, so that the library can read it. */
  private isProper(at: number, kind: 'list' | 'map' | 'other'): boolean {
    return kind === 'list' ? this.dashAt(at) : keyAt(this.text, at) !== undefined;
  }

  /** Cuts a range where `starts` says that a line begins a new piece; it is asked for every line, in order. */
  private pieces(range: Range, starts: (line: number, column: number, at: number) => boolean): Range[] {
    const cuts: number[] = [];
    for (let line = range.from; line < range.to; line++) {
      const column = this.column(range, line);
      if (column < 0) continue;
      if (starts(line, column, this.at(line, column)) || line === range.from) cuts.push(line);
    }
    return cuts.map((from, index) => {
      const to = cuts[index + 1] ?? range.to;
      if (from === range.from) return { from, to, cut: range.cut };
      const odd = this.lines.shifts.has(from);
      return { from, to, cut: odd ? this.at(from, this.lines.indents[from] as number) : this.start(from) };
    });
  }

  private list(range: Range, indent: number, depth: number, shape: Shape | undefined): At {
    const start = this.at(range.from, indent);
    const items: { at: number; node: Node }[] = [];
    let end = start + 1;
    /** What is said once for all items of the list. */
    let bullets: Mend[] | undefined;
    let astray: { mend: Mend[]; item: Node } | undefined;
    let aside: { column: number; mend: Mend[] } | undefined;
    let begin = indent;
    const pieces = this.pieces(range, (_, column, at) => {
      // An item that stands too far left takes along what stands below it.
      if (column > begin && !(column <= indent && this.dashAt(at))) return false;
      begin = Math.min(column, indent);
      return true;
    }).flatMap((piece) => this.items(piece, indent, shape?.items));
    for (const piece of pieces) {
      const column = this.column(piece, piece.from);
      const dash = this.at(piece.from, column);
      this.indented(piece.from, indent);
      const sign = this.dashAt(dash) ? 0 : bulletAt(this.text, dash) || numeralAt(this.text, dash);
      const tight = !sign && !this.dashAt(dash) && this.text[dash] === '-';
      if (this.bareItems.has(piece.from)) {
        const key = keyAt(this.text, dash) as { source: string };
        const mend = [{ start: dash - 2, end: dash, text: '- ' }];
        this.fault('missing-dash', dash, dash + key.source.length, { word: key.source, mend });
        const content = this.block({ ...piece, cut: dash }, depth + 1, shape?.items) ?? this.emptied(dash);
        items.push({ at: content.start - start, node: content.node });
        end = Math.max(end, content.start + content.node.length);
        continue;
      }
      if (!this.dashAt(dash) && !sign && !tight) {
        const last = items.at(-1);
        const joined = last && this.joined(piece, dash, start + last.at, last.node, depth, shape?.items);
        if (!last || !joined) {
          this.stray(piece, dash, shape);
          continue;
        }
        last.node = joined.node;
        end = start + last.at + joined.node.length;
        const mend = this.moved(piece, joined.column - column);
        if (astray?.item === joined.before) astray.mend.push(...mend);
        else {
          const { key, first } = joined;
          this.fault('indent', key.start, key.end, { word: this.text.slice(key.start, key.end), first, mend });
        }
        astray = { mend: astray?.item === joined.before ? astray.mend : mend, item: joined.node };
        continue;
      }
      if (column !== indent && !this.lines.shifts.has(piece.from)) {
        const mend = this.moved(piece, indent - column);
        // Items right below each other that stand alike are told together.
        if (aside?.column === column) aside.mend.push(...mend);
        else {
          this.fault('indent', dash, dash + 1, { mend, first: { start, end: start + 1 } });
          aside = { column, mend };
        }
      } else aside = undefined;
      let cut = dash + (sign || 1);
      while (/[ \t\u00a0\u3000]/.test(this.text[cut] ?? '')) cut++;
      const bare = cut >= this.lineEnd(piece.from);
      if (sign || tight) {
        const mend = { start: dash, end: bare ? dash + 1 : cut, text: tight || !bare ? '- ' : '-' };
        if (bullets && sign) bullets.push(mend);
        else {
          const all = [mend];
          this.fault(sign ? 'look-alike-dash' : 'missing-space', dash, dash + (sign || 1), { mend: all });
          if (sign) bullets = all;
        }
      }
      if (tight && cut === dash + 1) this.tight.set(piece.from, 1);
      const inner =
        bare || this.text[cut] === '#'
          ? { from: piece.from + 1, to: piece.to, cut: this.start(piece.from + 1) }
          : { from: piece.from, to: piece.to, cut };
      const content = this.block(inner, depth + 1, shape?.items) ?? this.emptied(dash + 1);
      items.push({ at: content.start - start, node: content.node });
      end = Math.max(end, content.start + content.node.length);
    }
    return { node: new List(end - start, false, items), start };
  }

  /** The items in a piece of a list: one, or more where a later one stands further right, up to the keys of the first. */
  private items(piece: Range, indent: number, shape: Shape | undefined): Range[] {
    if (piece.to - piece.from < 2) return [piece];
    const column = this.column(piece, piece.from);
    const dash = this.at(piece.from, column);
    let cut = dash + 1;
    while (this.text[cut] === ' ') cut++;
    const keys = column + cut - dash;
    if (!this.dashAt(dash)) return [piece];
    if (/[[{]/.test(this.text[cut] ?? '')) return this.behindBrackets(piece, cut);
    if (!keyAt(this.text, cut)) return [piece];
    const texts = !shape || shape.types.includes('string');
    const cuts: number[] = [];
    const names = [keyAt(this.text, cut)?.source as string];
    let bare = this.bareKey(cut, piece.from);
    for (let line = piece.from + 1; line < piece.to; line++) {
      const column = this.lines.indents[line] as number;
      if (column <= indent || column > keys) continue;
      const at = this.at(line, column);
      if (this.dashAt(at)) {
        if (!bare && (texts || this.keysOf(at, true))) cuts.push(line);
      } else if (column === keys) {
        const name = keyAt(this.text, at)?.source;
        if (name === names[0] && this.repeats(line + 1, piece.to, keys, names)) {
          cuts.push(line);
          this.bareItems.add(line);
        }
        if (name) names.push(name);
        bare = this.bareKey(at, line);
      }
    }
    if (cuts.length === 0) return [piece];
    return [piece.from, ...cuts].map((from, index) => ({
      from,
      to: cuts[index] ?? piece.to,
      cut: index === 0 ? piece.cut : this.start(from),
    }));
  }

  /** The items in a piece that begins with one in brackets, which end on its line: others may stand further right below it. */
  private behindBrackets(piece: Range, cut: number): Range[] {
    let line = piece.from + 1;
    while (line < piece.to && (this.lines.indents[line] ?? -1) < 0) line++;
    const column = this.lines.indents[line] ?? -1;
    if (line >= piece.to || !this.dashAt(this.at(line, column))) return [piece];
    const head = { from: piece.from, to: line, cut };
    if (!this.leaf(head).faults.every(confined)) return [piece];
    const rest = { from: line, to: piece.to, cut: this.start(line) };
    return [{ ...piece, to: line }, ...this.pieces(rest, (_, other) => other <= column)];
  }

  /** Whether the next key in a column, in a run of lines, is one of these: another item begins there without its hyphen. */
  private repeats(from: number, to: number, column: number, names: readonly string[]): boolean {
    for (let line = from; line < to; line++) {
      if (this.lines.indents[line] !== column) continue;
      const name = keyAt(this.text, this.at(line, column))?.source;
      return name !== undefined && names.slice(1).includes(name);
    }
    return false;
  }

  /** A key that stands among the items of a list belongs to the item above it: the item with it. */
  private joined(piece: Range, at: number, itemStart: number, item: Node, depth: number, shape: Shape | undefined) {
    if (item.kind !== 'map' || item.flow || item.pairs.length === 0) return undefined;
    if (!keyAt(this.text, at) && !almostKeyAt(this.text, at, true)) return undefined;
    const [pair] = this.pairs(piece, at, depth, shape);
    if (!pair || item.pairs.some(({ name }) => name === pair.key.name)) return undefined;
    const keyStart = itemStart + (item.pairs[0] as Pair).at;
    const lineStart = this.text.lastIndexOf('\n', keyStart - 1) + 1;
    const made: Pair = {
      name: pair.key.name,
      at: at - itemStart,
      keyLength: pair.key.length,
      valueAt: pair.value.start - itemStart,
      value: pair.value.node,
    };
    const end = Math.max(made.at + made.keyLength, made.valueAt + made.value.length);
    const node = new Mapping(Math.max(item.length, end), item.flow, [...item.pairs, made]);
    return {
      node,
      before: item as Node,
      column: keyStart - lineStart,
      key: { start: at, end: at + pair.key.length },
      first: { start: keyStart, end: keyStart + (item.pairs[0] as Pair).keyLength },
    };
  }

  private map(range: Range, indent: number, depth: number, shape: Shape | undefined): At {
    const start = this.at(range.from, indent);
    const pairs: Pair[] = [];
    let end = start;
    let bare = false;
    let astray: { column: number; mend: Mend[] } | undefined;
    let below: ListBelow | undefined;
    /** The column of a key too far left whose text stands below it, and goes with it. */
    let text: number | undefined;
    const pieces = this.pieces(range, (line, column, at) => {
      if (column > (text ?? indent)) return false;
      text =
        column < indent && /:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/.test(this.text.slice(at, this.lineEnd(line)))
          ? column
          : undefined;
      const c = this.text[at];
      // Closing brackets and the dashes of a list may stand right under the key that they belong to.
      if (c === ']' || c === '}') return false;
      if (column === indent && bare && this.kindAt(at) === 'list') return false;
      bare = this.bareKey(at, line);
      return true;
    });
    for (const piece of pieces) {
      const column = this.column(piece, piece.from);
      const at = this.at(piece.from, column);
      this.indented(piece.from, indent);
      const last = pairs.at(-1);
      if (last && this.dashAt(at)) {
        const inner = shape?.key(last.name);
        if (below?.pair !== last) below = undefined;
        const list = this.lengthened(last, start, piece, at, depth, inner, below);
        const first = list ? undefined : this.listBelow(last, start, piece, at, indent, depth, inner);
        if (first) below = first;
        if (list ?? first) {
          const pair = first?.pair ?? { ...last, value: list as Node };
          pairs[pairs.length - 1] = pair;
          if (below) below.pair = pair;
          end = start + pair.valueAt + pair.value.length;
          continue;
        }
      }
      if (this.kindAt(at) === 'list') {
        this.strayItem(piece, at, last, start, last && shape?.key(last.name));
        continue;
      }
      const split = last && this.interrupted(piece, at, last, start, depth, shape);
      if (split) {
        pairs[pairs.length - 1] = split;
        end = start + split.valueAt + split.value.length;
        continue;
      }
      const found = this.pairs(piece, at, depth, shape);
      if (found.length === 0) continue;
      if (column !== indent && !this.lines.shifts.has(piece.from)) {
        const mend = this.moved(piece, indent - column);
        if (astray?.column === column) astray.mend.push(...mend);
        else {
          const key = found[0]?.key.length ?? 1;
          const first = pairs[0] && { start: start + pairs[0].at, end: start + pairs[0].at + pairs[0].keyLength };
          this.fault('indent', at, at + key, { mend, word: this.text.slice(at, at + key), ...(first && { first }) });
          astray = { column, mend };
        }
      } else astray = undefined;
      for (const { at: keyStart, key, value } of found) {
        pairs.push({
          name: key.name,
          at: keyStart - start,
          keyLength: key.length,
          valueAt: value.start - start,
          value: value.node,
        });
        end = Math.max(end, keyStart + key.length, value.start + value.node.length);
      }
    }
    for (const fault of repeatedKeys(pairs)) this.faults.push(shifted(fault, start));
    return { node: new Mapping(end - start, false, pairs), start };
  }

  /**
   * A key that stands too far left, in the middle of the part that it belongs to: the pair before it with that key and
   * with what follows, which goes on in the column of that part.
   */
  private interrupted(
    piece: Range,
    at: number,
    last: Pair,
    start: number,
    depth: number,
    shape: Shape | undefined,
  ): Pair | undefined {
    const key = keyAt(this.text, at);
    const part = last.value;
    const inner = shape?.key(last.name);
    if (!shape || !inner || !key || part.kind !== 'map' || part.flow) return undefined;
    if (shape.key(key.source) || !isFormatKey(key.source)) return undefined;
    let line = piece.from + 1;
    while (line < piece.to && (this.lines.indents[line] ?? -1) < 0) line++;
    if (line >= piece.to || this.lines.shifts.has(line)) return undefined;
    const partStart = start + last.valueAt;
    const column = partStart - (this.text.lastIndexOf('\n', partStart - 1) + 1);
    const head = { from: piece.from, to: line, cut: at };
    const next = keyAt(this.text, this.at(line, column));
    if (this.lines.indents[line] !== column || !next || !inner.key(keyName(next.source))) return undefined;
    if (!this.leaf(head).faults.every(confined)) return undefined;
    const faults: Fault[] = [];
    const [own] = this.pairs(head, at, depth, shape);
    if (!own) return undefined;
    const pair: Pair = {
      name: own.key.name,
      at: own.at - start,
      keyLength: own.key.length,
      valueAt: own.value.start - start,
      value: own.value.node,
    };
    const placed = putBack(this.text, last, pair, start, shape, faults);
    if (placed?.value.kind !== 'map') return undefined;
    this.faults.push(...faults);
    const rest = this.map({ from: line, to: piece.to, cut: this.start(line) }, column, depth, inner);
    const by = rest.start - partStart;
    const more = rest.node.kind === 'map' ? rest.node.pairs.map((pair) => pairMoved(pair, by)) : [];
    const pairs = [...placed.value.pairs, ...more];
    for (const fault of repeatedKeys(pairs)) if (fault.start >= by) this.faults.push(shifted(fault, partStart));
    return { ...placed, value: new Mapping(by + rest.node.length, placed.value.flow, pairs) };
  }

  /** An item that stands too far left belongs to the list above it: the list with it. `below`: how that list was found. */
  private lengthened(
    last: Pair,
    start: number,
    piece: Range,
    at: number,
    depth: number,
    shape: Shape | undefined,
    below: ListBelow | undefined,
  ): List | undefined {
    const list = last.value;
    if (list.kind !== 'list' || list.flow || list.items.length === 0) return undefined;
    const listStart = start + last.valueAt;
    const column = below?.column ?? listStart - (this.text.lastIndexOf('\n', listStart - 1) + 1);
    const own = this.column(piece, piece.from);
    const content = this.itemAt(piece, at, depth, shape);
    if (own !== column) {
      const first = { start: listStart, end: listStart + 1 };
      this.fault('indent', at, at + 1, { mend: this.moved(piece, column - own), first });
    } else if (below?.by) below.mend.push(...this.moved(piece, below.by));
    const item = { at: content.start - listStart, node: content.node };
    return new List(item.at + item.node.length, list.flow, [...list.items, item]);
  }

  /** What stands behind the hyphen at an offset. */
  private itemAt(piece: Range, at: number, depth: number, shape: Shape | undefined): At {
    let cut = at + 1;
    while (/[ \t]/.test(this.text[cut] ?? '')) cut++;
    const bare = cut >= this.lineEnd(piece.from) || this.text[cut] === '#';
    const inner = bare
      ? { from: piece.from + 1, to: piece.to, cut: this.start(piece.from + 1) }
      : { from: piece.from, to: piece.to, cut };
    return this.block(inner, depth + 1, shape?.items) ?? { node: nothing, start: at + 1 };
  }

  /**
   * An item below a key of a list, where no list can begin: behind the key there are empty brackets or a text, or the
   * item stands further left than the key. The key with the list that was meant.
   */
  private listBelow(
    last: Pair,
    start: number,
    piece: Range,
    at: number,
    indent: number,
    depth: number,
    shape: Shape | undefined,
  ): ListBelow | undefined {
    if (!shape?.items) return undefined;
    const by = indent - this.column(piece, piece.from);
    const bare = last.value.kind === 'scalar' && last.value.length === 0;
    if (bare ? by === 0 || this.lines.shifts.has(piece.from) : by !== 0) return undefined;
    const own = bare ? undefined : this.asItem(last, start, this.start(piece.from), indent, shape);
    const note = bare || own ? undefined : this.besideItems(last, start, shape);
    const mend = bare ? this.moved(piece, by) : (own ?? note);
    if (!mend) return undefined;
    const told = { start: start + last.valueAt, end: start + last.valueAt + last.value.length };
    const content = this.itemAt(piece, at, depth, shape);
    if (bare) this.fault('indent', at, at + 1, { mend, first: this.keyOf(last, start) });
    else if (note) this.fault('text-above', told.start, told.end, { word: last.name, mend });
    else this.fault('items-below', told.start, told.end, { ...(last.value.kind === 'list' && { word: '[]' }), mend });
    const text = own !== undefined && last.value.kind === 'scalar';
    const from = text ? told.start : at;
    const items = [...(text ? [{ at: 0, node: last.value }] : []), { at: content.start - from, node: content.node }];
    const length = content.start + content.node.length - from;
    const value = new List(length, false, items);
    return { pair: { ...last, valueAt: from - start, value }, column: indent - by, by, mend };
  }

  /** What makes a note of a text that cannot stand beside the items of its list. */
  private besideItems({ value, valueAt }: Pair, start: number, shape: Shape): Mend[] | undefined {
    const at = start + valueAt;
    if (value.kind !== 'scalar' || value.style !== 'plain' || shape.types.includes('string')) return undefined;
    return this.text.slice(at, at + value.length).includes('\n') ? undefined : [{ start: at, end: at, text: '# ' }];
  }

  private keyOf(pair: Pair, start: number): Span {
    return { start: start + pair.at, end: start + pair.at + pair.keyLength };
  }

  /**
   * What makes room for items at `column` below a key with empty brackets, or with a text that is the first item:
   * undefined where something else stands there.
   */
  private asItem(
    { value, valueAt }: Pair,
    start: number,
    line: number,
    column: number,
    shape: Shape,
  ): Mend[] | undefined {
    const at = start + valueAt;
    const end = at + value.length;
    if (value.length === 0 || this.text.slice(at, end).includes('\n')) return undefined;
    let from = at;
    while (this.text[from - 1] === ' ') from--;
    if (value.kind === 'list' && value.flow && value.items.length === 0) return [{ start: from, end, text: '' }];
    if (value.kind !== 'scalar' || value.style === 'block' || !takesItems(shape, String(value.value))) return undefined;
    const feed = this.text[line - 2] === '\r' ? '\r\n' : '\n';
    return [{ start: from, end: at, text: `${feed}${' '.repeat(column)}- ` }];
  }

  /** An item where no list is: part of the text above it, or a note. */
  private strayItem(piece: Range, at: number, last: Pair | undefined, start: number, shape: Shape | undefined): void {
    const end = this.lineEnd(piece.from);
    const mend = (last && shape && this.toAbove(piece, at, last, start, shape)) ?? this.toNote(piece);
    const above = this.faults.at(-1);
    // Items right below each other are told together.
    if (above?.reason === 'stray-item' && above.mend && /^\r?\n[ \t]*$/.test(this.text.slice(above.end, at)))
      this.faults.splice(-1, 1, { ...above, end, mend: [...above.mend, ...mend] });
    else this.fault('stray-item', at, end, { mend });
  }

  private toNote(piece: Range): Mend[] {
    const mend: Mend[] = [];
    for (let line = piece.from; line < piece.to; line++) {
      const column = this.lines.indents[line] as number;
      if (column >= 0) mend.push({ start: this.at(line, column), end: this.at(line, column), text: '# ' });
    }
    return mend;
  }

  /** A text put behind a value, which ends at `to`: behind a comma in it, or as the last in its brackets. */
  private added(value: Node, to: number, item: string, shape: Shape): Mend | undefined {
    if (value.kind === 'list' && value.flow && value.items.length > 0 && shape.items?.types.includes('string'))
      return /[,[\]{}:#"'\n]/.test(item) ? undefined : { start: to - 1, end: to - 1, text: `, ${item}` };
    if (value.kind !== 'scalar' || value.style !== 'plain' || !takesText(shape)) return undefined;
    const joined = `${value.value}${/\p{Script=Han}/u.test(item) ? '，' : ', '}${item}`;
    const { faults, doubts, node } = readBlock(joined);
    if (faults.length || doubts.length || node.kind !== 'scalar' || node.value !== joined) return undefined;
    return { start: to, end: to, text: joined.slice(value.length) };
  }

  private toAbove(piece: Range, at: number, { value, valueAt }: Pair, start: number, shape: Shape): Mend[] | undefined {
    const from = start + valueAt;
    const to = from + value.length;
    const own = this.lineEnd(piece.from);
    const item = this.text.slice(at + 1, own).trimStart();
    if (/\n/.test(this.text.slice(from, to)) || item === '') return undefined;
    for (let line = piece.from + 1; line < piece.to; line++)
      if ((this.lines.indents[line] as number) >= 0) return undefined;
    const added = this.added(value, to, item, shape);
    if (!added) return undefined;
    const broken = this.start(piece.from);
    const feed = this.text[broken - 2] === '\r' ? 2 : 1;
    return [added, { start: broken - feed, end: own, text: '' }];
  }

  /** A key with nothing behind its colon. */
  private bareKey(at: number, line: number): boolean {
    const key = keyAt(this.text, at);
    const behind = key ? key.behind : this.behindAlmost(at);
    return behind !== undefined && /^[ \t]*(#|$)/.test(this.text.slice(behind, this.lineEnd(line)));
  }

  private behindAlmost(at: number): number | undefined {
    const almost = almostKeyAt(this.text, at, false);
    return almost && almost.at + almost.length;
  }

  /** The pairs that begin in a run of lines: one, or more where later lines stand too far right. */
  private pairs(range: Range, at: number, depth: number, shape: Shape | undefined): Placed[] {
    if (this.quotedKey(at)) {
      const word = keyAt(this.text, at + 1)?.source as string;
      this.fault('unclosed-quote', at, at + 1, { word, mend: [{ start: at, end: at + 1, text: '' }] });
      return this.pairs({ ...range, cut: at + 1 }, at + 1, depth, shape);
    }
    const found = keyAt(this.text, at);
    if (!found || found.behind > this.end(range)) {
      const titled = this.titledKey(range, at, shape);
      if (titled) {
        const { name, length, behind } = titled;
        const bare = /^[ \t]*(\r?\n|$)/.test(this.text.slice(behind, this.end(range)));
        this.fault('full-width', at, behind, {
          word: name,
          mend: [{ start: at, end: behind, text: bare ? `${name}:` : `${name}: ` }],
        });
        return [{ at, key: { name, length }, value: this.value(range, behind, depth, shape?.key(name)) }];
      }
      const almost = almostKeyAt(this.text, at, true);
      const loose = almost?.reason === 'missing-colon';
      if (!almost || (loose && !shape?.key(almost.source))) {
        this.stray(range, at, shape);
        return [];
      }
      const behind = almost.at + almost.length;
      const key = { name: almost.source, length: almost.source.length };
      const told = { start: at, end: almost.at, sign: almost.at };
      const within = this.keysOnLine(range, told, behind, depth, shape?.key(key.name));
      if (within) return [{ at, key, value: within }];
      this.fault(almost.reason, almost.at, Math.max(behind, almost.at + 1), {
        word: almost.source,
        mend: [{ start: almost.at, end: behind, text: almost.text }],
      });
      return [{ at, key, value: this.value(range, behind, depth, shape?.key(key.name)) }];
    }
    const { source, behind } = found;
    const key = { name: keyName(source), length: source.length };
    if (this.bareKey(at, range.from)) {
      return [{ at, key, value: this.value(range, behind, depth, shape?.key(key.name)) }];
    }
    const whole = { from: range.from, to: range.to, cut: at };
    if (this.looseText(range, behind)) {
      const start = behind + 1;
      return [
        {
          at,
          key,
          value: { node: { kind: 'broken', length: Math.max(1, this.lineEnd(range.to - 1) - start) }, start },
        },
      ];
    }
    const leaf = this.leaf(whole);
    const base = this.base(whole);
    const only = leaf.node.kind === 'map' ? onlyPair(leaf.node) : undefined;
    if (leaf.faults.every(confined) && only && leaf.node.kind === 'map') {
      this.take(whole, leaf);
      return [{ at, key, value: { node: only.value, start: base + leaf.at + only.valueAt } }];
    }
    const sign = { start: at, end: at + source.length, sign: behind - 1 };
    const meantValue =
      this.deeperItems(range, at, leaf, depth, shape?.key(key.name)) ??
      this.keysOnLine(range, sign, behind, depth, shape?.key(key.name));
    if (meantValue) return [{ at, key, value: meantValue }];
    const deeper = this.deeperKeys(range, at, depth, shape);
    if (deeper) return deeper;
    let value = behind;
    while (this.text[value] === ' ' || this.text[value] === '\t') value++;
    const told = leaf.faults.some((fault) => !confined(fault));
    if (!told) this.fault('unexpected', value, Math.min(value + 1, this.end(range)));
    return [{ at, key, value: this.broken(whole, leaf, value) }];
  }

  /** Whether a text that begins with `|` or `>` has lines that are not in their column: that is said, and it is not read. */
  private looseText(range: Range, behind: number): boolean {
    if (!/^[ \t]+[|>]/.test(this.text.slice(behind, this.lineEnd(range.from)))) return false;
    if (!this.hasOdd(range)) return false;
    for (let line = range.from + 1; line < range.to; line++) {
      if ((this.lines.indents[line] ?? -1) >= 0) this.indented(line, this.lines.indents[line] as number);
    }
    return true;
  }

  /** The title of a key, in the reader's language, with a full-width colon: the key that it stands for. */
  private titledKey(range: Range, at: number, shape: Shape | undefined) {
    const match = /^([^\s：:]+)[ \t]*：[ \t\u3000]*/.exec(this.text.slice(at, this.lineEnd(range.from)));
    const name = match && shape && !isFormatKey(match[1] as string) && keyTitled(shape, match[1] as string);
    return name ? { name, length: (match[1] as string).length, behind: at + match[0].length } : undefined;
  }

  /** What stands behind a key, on its line or below it. */
  private value(range: Range, behind: number, depth: number, shape: Shape | undefined): At {
    let cut = behind;
    while (this.text[cut] === ' ' || this.text[cut] === '\t') cut++;
    const bare = cut >= this.lineEnd(range.from) || this.text[cut] === '#';
    const inner = bare
      ? { from: range.from + 1, to: range.to, cut: this.start(range.from + 1) }
      : { from: range.from, to: range.to, cut };
    // On the line of its key a text may begin with a bullet, as with any other sign.
    const text = !bare && bulletAt(this.text, cut) > 0 ? this.leaf(inner) : undefined;
    if (text?.node.kind === 'scalar' && text.faults.every(confined)) return this.take(inner, text);
    return this.block(inner, depth + 1, shape) ?? this.emptied(behind);
  }

  /** Nothing; but what is typed there may begin with `#`. */
  private emptied(behind: number): At {
    const comment = cutOff(this.text, behind);
    // Behind the blanks, where the library puts it too.
    let start = behind;
    while (this.text[start] === ' ' || this.text[start] === '\t') start++;
    if (comment) this.doubts.push({ ...comment, value: start });
    return { node: nothing, start };
  }

  /** Empty brackets behind a key of a list, and items below it: those were meant. */
  private deeperItems(range: Range, at: number, leaf: Leaf, depth: number, shape: Shape | undefined): At | undefined {
    const found = shape?.items && keyAt(this.text, at);
    let line = range.from + 1;
    while (line < range.to && (this.lines.indents[line] ?? -1) < 0) line++;
    if (!found || line >= range.to || !this.dashAt(this.at(line, this.lines.indents[line] as number))) return undefined;
    const brackets = /[ \t]*(\[[ \t]*\])/y;
    brackets.lastIndex = found.behind;
    const sign = brackets.exec(this.text)?.[1];
    if (!sign || !leaf.faults.some((fault) => !confined(fault))) return undefined;
    const end = brackets.lastIndex;
    const mend = [{ start: found.behind, end, text: '' }];
    this.fault('items-below', end - sign.length, end, { word: '[]', mend });
    return this.block({ from: line, to: range.to, cut: this.start(line) }, depth + 1, shape);
  }

  /**
   * What stands on the line of a key that only takes keys or items on lines of their own: the first of those keys,
   * or a text that can be no more than a note. `told` is the key, and where its colon should stand.
   */
  private keysOnLine(
    range: Range,
    told: Span & { readonly sign: number },
    behind: number,
    depth: number,
    shape: Shape | undefined,
  ): At | undefined {
    if (!shape || shape.types.includes('string') || depth > deepestBlocks) return undefined;
    let cut = behind;
    while (/[ \t]/.test(this.text[cut] ?? '')) cut++;
    const end = this.lineEnd(range.from);
    if (cut >= end || /["'[{|>&*!#]/.test(this.text[cut] as string)) return undefined;
    let line = range.from + 1;
    while (line < range.to && (this.lines.indents[line] ?? -1) < 0) line++;
    if (line < range.to && this.lines.shifts.has(line)) return undefined;
    const column = line < range.to ? (this.lines.indents[line] as number) : undefined;
    const first = this.keyOnLine({ from: range.from, to: line, cut }, told, depth, shape, column);
    if (column === undefined) return first;
    const below = this.at(line, column);
    const own = this.dashAt(below) ? shape.items !== undefined : shape.key(keyAt(this.text, below)?.source ?? '');
    if (!own) return undefined;
    const rest = this.block({ from: line, to: range.to, cut: this.start(line) }, depth + 1, shape);
    if (!rest) return undefined;
    if (!first) {
      const word = this.text.slice(told.start, told.end);
      this.fault('text-above', cut, end, { word, mend: [{ start: told.sign, end: cut, text: ': # ' }] });
      return rest;
    }
    if (first.node.kind !== 'map' || rest.node.kind !== 'map') return rest;
    const by = rest.start - first.start;
    const pairs = [...first.node.pairs, ...rest.node.pairs.map((pair) => pairMoved(pair, by))];
    for (const fault of repeatedKeys(pairs)) this.faults.push(shifted(fault, first.start));
    return { start: first.start, node: new Mapping(by + rest.node.length, rest.node.flow, pairs) };
  }

  /** The key behind a key on its line, as the only one of a map; what is wrong with it is mended with its place. */
  private keyOnLine(
    range: Range,
    told: Span & { readonly sign: number },
    depth: number,
    shape: Shape,
    column: number | undefined,
  ): At | undefined {
    const { cut } = range;
    const name = keyAt(this.text, cut)?.source ?? almostKeyAt(this.text, cut, false)?.source;
    if (!this.titledKey(range, cut, shape) && !(name && shape.key(name))) return undefined;
    const before = this.faults.length;
    const [pair, ...more] = this.pairs(range, cut, depth + 1, shape);
    const own = this.faults.splice(before);
    if (!pair || more.length || !own.every(readAsMeant)) return undefined;
    const lineStart = this.start(range.from);
    const feed = this.text[this.start(range.from + 1) - 2] === '\r' ? '\r\n' : '\n';
    const blanks = ' '.repeat(column ?? told.start - lineStart + 2);
    const word = this.text.slice(told.start, told.end);
    this.fault('keys-behind', cut, cut + pair.key.length, {
      word,
      mend: [{ start: told.sign, end: cut, text: `:${feed}${blanks}` }, ...own.flatMap(({ mend = [] }) => mend)],
    });
    const value = { valueAt: pair.value.start - cut, value: pair.value.node };
    const pairs = [{ name: pair.key.name, at: 0, keyLength: pair.key.length, ...value }];
    const length = Math.max(pair.key.length, value.valueAt + value.value.length);
    return { start: cut, node: new Mapping(length, false, pairs) };
  }

  /** A value that ends on its line, and keys below it that stand too far right: both as meant, said once. */
  private deeperKeys(range: Range, at: number, depth: number, shape: Shape | undefined): Placed[] | undefined {
    let line = range.from + 1;
    while (line < range.to && (this.lines.indents[line] ?? -1) < 0) line++;
    if (line >= range.to || this.lines.shifts.has(line)) return undefined;
    const column = this.lines.indents[line] as number;
    const below = this.start(line) + column;
    const key = keyAt(this.text, below);
    if (!key || !isFormatKey(key.source)) return undefined;
    const head = { from: range.from, to: line, cut: at };
    if (!this.leaf(head).faults.every(confined)) return undefined;
    const rest = { from: line, to: range.to, cut: this.start(line) };
    const own = column - (at - (this.text.lastIndexOf('\n', at - 1) + 1));
    const first = { start: at, end: at + (keyAt(this.text, at)?.source.length ?? 1) };
    const mend = this.moved(rest, -own);
    this.fault('indent', below, below + key.source.length, { word: key.source, first, mend });
    const found = this.pairs(head, at, depth, shape);
    for (const piece of this.pieces(rest, (_, other) => other <= column)) {
      found.push(...this.pairs(piece, this.at(piece.from, this.column(piece, piece.from)), depth, shape));
    }
    return found;
  }

  /** A line that is neither a key with a colon nor part of something: say so once, in the words that fit. */
  private stray(range: Range, at: number, shape: Shape | undefined): void {
    const lineEnd = this.lineEnd(range.from);
    const source = this.text.slice(at, lineEnd);
    if (/^(?:@|`(?!``))/.test(source)) this.fault('special-start', at, at + 1);
    else if (source.startsWith('%')) this.fault('directive', at, at + 1);
    else if (source.startsWith('＃'))
      this.fault('full-width', at, at + 1, { mend: [{ start: at, end: at + 1, text: '#' }] });
    else {
      const near = shape?.key(source) ? [{ start: lineEnd, end: lineEnd, text: ':' }] : undefined;
      const above = this.faults.at(-1);
      const between = above?.reason === 'no-colon' && !above.mend ? this.text.slice(above.end, at) : '';
      // Lines right below each other are one piece of text.
      if (above && /^\r?\n[ \t]*$/.test(between)) this.faults.splice(-1, 1, { ...above, end: lineEnd });
      else this.fault('no-colon', at, lineEnd, { word: source, ...(near && { mend: near }) });
    }
  }
}

/** The lines of the first document; a second one, and lines with a percent sign that mean nothing, are faults. */
function firstDocument(lines: Lines, faults: Fault[]): { from: number; to: number } {
  const { text, starts, indents } = lines;
  const directives: number[] = [];
  const end = (line: number) => starts[line + 1] ?? text.length;
  const refuse = (line: number) => {
    const start = starts[line] as number;
    faults.push({ reason: 'directive', start, end: start + 1 });
  };
  let from = 0;
  let seen = false;
  let to = starts.length;
  for (let line = 0; line < starts.length; line++) {
    const at = starts[line] as number;
    if (!seen && text[at] === '%') {
      indents[line] = -1;
      directives.push(line);
      continue;
    }
    const three = text.slice(at, at + 3);
    const marker = (three === '---' || three === '...') && /^\s?$/.test(text.slice(at + 3, at + 4));
    if (!marker) {
      if ((indents[line] as number) >= 0) seen = true;
      continue;
    }
    if (!seen && three === '---' && /^[ \t\r\n]*(#.*)?$/.test(text.slice(at + 3, end(line)).trimEnd())) {
      indents[line] = -1;
      from = line + 1;
      seen = true;
      for (const directive of directives.splice(0)) {
        if (!/^%(YAML|TAG)\s/.test(text.slice(starts[directive] as number, end(directive)))) refuse(directive);
      }
      continue;
    }
    // Only an end marker with nothing behind it is no second document.
    const more = indents.findIndex((indent, other) => other > line && indent >= 0);
    if (more >= 0 || three === '---') faults.push({ reason: 'second-document', start: at, end: at + 3 });
    to = line;
    break;
  }
  for (const directive of directives) refuse(directive);
  return { from, to };
}

/** U+0000 and its like stand in no text file. */
const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Reads a part of a text, as `reparse` asks for it. */
function readPiece(piece: Piece, known: ReadonlyMap<string, Leaf>): ReadPart | undefined {
  const reader = new Reader(piece.lines, known);
  const at = reader.piece(piece);
  if (reader.swallows || reader.faults.length > 0) return undefined;
  const { node, start } = at;
  const [only, more] = node.kind === 'list' ? node.items : node.kind === 'map' ? node.pairs : [];
  if (!only || more) return undefined;
  const shape = 'name' in only ? piece.shape?.key(only.name) : piece.shape?.items;
  const inner =
    'name' in only ? { node: only.value, start: start + only.valueAt } : { node: only.node, start: start + only.at };
  const faults: Fault[] = [];
  const found = shape && meant(piece.lines.text, inner, shape, faults);
  if (!found || found.unknown || faults.length > 0 || found.root !== inner) return undefined;
  return { at, doubts: reader.doubts.map(placed).sort((a, b) => a.start - b.start) };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * Reads a text of the format with that shape. `previous` is the tree of any earlier version, best of the one before the
 * last edit: blocks of text that it holds too are not read again. The result depends on `written` alone. Never throws.
 */
export function parseText(written: string, shape: Shape, previous?: SyntaxTree): SyntaxTree {
  // A carriage return alone ends a line too.
  const text = written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
  if (previous?.text === text) return previous;
  const changed = previous && reparse(text, previous, shape, (piece) => readPiece(piece, previous.leaves));
  if (previous && changed) return { text, ...changed, faults: [], leaves: previous.leaves, plain: true };
  const odd = binary.exec(text);
  if (odd) return unreadTree(text, { reason: 'binary', start: odd.index, end: odd.index + 1 });
  if (text.length > longestPlan) {
    return unreadTree(text, { reason: 'too-long', start: 0, end: text.slice(0, 100).search(/\r?\n|$/) });
  }
  const aside: Fault[] = [];
  const { lines, blank } = readable(text, aside);
  const range = firstDocument(lines, aside);
  const read = (from: Lines, known: ReadonlyMap<string, Leaf>, straight?: RepairedIndentation) => {
    const reader = new Reader(from, known, straight?.moved);
    reader.faults.push(...aside, ...(straight?.faults ?? []));
    const block = reader.block({ ...range, cut: lines.starts[range.from] ?? text.length }, 0, shape);
    reader.finish(text, blank);
    const found = block && meant(text, block, shape, reader.faults);
    return {
      reader,
      root: found?.root,
      /** Something in it may reach further than the part that it stands in. */
      open: reader.swallows || found?.unknown === true || (found && found.root !== block),
      doubtful: reader.faults.length > aside.length || reader.swallows || found?.unknown,
    };
  };
  let { reader, root, doubtful, open } = read(lines, previous?.leaves ?? new Map());
  const straight = doubtful && repairIndentation(lines, shape);
  if (straight) ({ reader, root, open } = read(straight.lines, reader.leaves, straight));
  const faults = reader.faults.sort(byPlace);
  const doubts = reader.doubts.map(placed).sort((a, b) => a.start - b.start);
  const whole = range.from === 0 && range.to === lines.starts.length;
  const plain = whole && !open && !straight && aside.length === 0 && blank.length === 0 && lines.shifts.size === 0;
  return { text, root, faults, doubts, leaves: reader.leaves, plain };
}
