/**
 * Text (and the previous plan) to plan. Never throws; what cannot be read is a fault of the plan.
 *
 * The text is cut by indentation into blocks that are small enough to be read one by one with the `yaml` library.
 * That has two effects: a mistake is confined to its block (an unclosed quote does not swallow the rest of the file),
 * and a block whose text did not change is taken from the previous plan. For text without faults the result is the
 * same as reading it whole; tests hold it to that.
 */
import { CatalogFile } from './catalogFile.ts';
import type { Fault, Reason } from './fault.ts';
import { keyAt, keyName } from './key.ts';
import { type Leaf, onlyPair, readLeaf, repeatedKeys, shifted } from './leaf.ts';
import { longestPlan } from './limits.ts';
import { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import type { At, Node, Pair } from './tree.ts';

/** A block of up to this many lines is read in one go; a longer one is cut further. */
const leafLines = 40;

/** Blocks inside each other deeper than this are not read; the recursion below must end. */
const deepestBlocks = 100;

/** Lines by number: where each starts, and in which column its first character stands. */
interface Lines {
  readonly text: string;
  readonly starts: number[];
  /** Column of the first character; -1 for a line that is blank or only a comment. */
  readonly indents: number[];
}

function linesOf(text: string): Lines {
  const starts: number[] = [];
  const indents: number[] = [];
  const length = text.length;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start <= length; ) {
    let at = start;
    while (text.charCodeAt(at) === 0x20) at++;
    const c = text.charCodeAt(at);
    const blank = at >= length || c === 0x0a || c === 0x0d || c === 0x23;
    starts.push(start);
    indents.push(blank || onlyTabs(text, at) ? -1 : at - start);
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    start = next + 1;
  }
  return { text, starts, indents };
}

function onlyTabs(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x09) return false;
  let i = at;
  while (text.charCodeAt(i) === 0x09 || text.charCodeAt(i) === 0x20) i++;
  const c = text.charCodeAt(i);
  return i >= text.length || c === 0x0a || c === 0x0d || c === 0x23;
}

/** A run of lines; `cut` is where its first line begins to count (behind a dash, say). */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly cut: number;
}

const nothing: Node = { kind: 'scalar', length: 0, value: null, style: 'plain' };

class Reader {
  readonly faults: Fault[] = [];
  readonly leaves = new Map<string, Leaf>();

  constructor(
    private readonly lines: Lines,
    private readonly known: ReadonlyMap<string, Leaf>,
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

  private fault(reason: Reason, start: number, end: number, word?: string): void {
    this.faults.push({ reason, start, end, ...(word !== undefined && { word }) });
  }

  /** The column of the first character of a line that counts in this range. */
  private column(range: Range, line: number): number {
    return line === range.from && range.cut > this.start(line)
      ? range.cut - this.start(line)
      : (this.lines.indents[line] ?? -1);
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

  private leaf(range: Range): Leaf {
    const start = this.start(range.from);
    const text = ' '.repeat(range.cut - start) + this.text.slice(range.cut, this.end(range));
    const leaf = this.leaves.get(text) ?? this.known.get(text) ?? readLeaf(text);
    this.leaves.set(text, leaf);
    return leaf;
  }

  private take(range: Range, leaf: Leaf): At {
    const base = this.start(range.from);
    for (const fault of leaf.faults) this.faults.push(shifted(fault, base));
    return { node: leaf.node, start: base + leaf.at };
  }

  /** A block that could not be read: its first fault, and a broken node in its place. */
  private broken(range: Range, leaf: Leaf, at: number): At {
    const base = this.start(range.from);
    const [first] = leaf.faults;
    if (first) this.faults.push(shifted(first, base));
    let end = this.end(range);
    while (end > at && /\s/.test(this.text[end - 1] ?? '')) end--;
    return { node: { kind: 'broken', length: Math.max(0, end - at) }, start: at };
  }

  /** Whatever stands in a run of lines; `undefined` where they hold only blanks and comments. */
  block(range: Range, depth = 0): At | undefined {
    const first = this.firstLine(range);
    if (first < 0) return undefined;
    const here = first === range.from ? range : { ...range, from: first, cut: this.start(first) };
    const indent = this.column(here, first);
    const at = this.start(first) + indent;
    if (depth > deepestBlocks) {
      this.fault('too-deep', at, at + 1);
      return { node: { kind: 'broken', length: 1 }, start: at };
    }
    const kind = this.kindAt(at);
    const short = here.to - here.from <= leafLines;
    if (short || kind === 'other') {
      const leaf = this.leaf(here);
      if (leaf.faults.every(harmless)) return this.take(here, leaf);
      if (kind === 'other') {
        // One line that cannot be read does not take along what stands below it in the same column.
        const below = this.kindBelow(here, indent);
        if (below === 'other') return this.broken(here, leaf, at);
        return below === 'list' ? this.list(here, indent, depth) : this.map(here, indent, depth);
      }
    }
    return kind === 'list' ? this.list(here, indent, depth) : this.map(here, indent, depth);
  }

  /** What the first later line in this column begins that begins a list or a map. */
  private kindBelow(range: Range, indent: number): 'list' | 'map' | 'other' {
    for (let line = range.from + 1; line < range.to; line++) {
      if (this.lines.indents[line] !== indent) continue;
      const kind = this.kindAt(this.start(line) + indent);
      if (kind !== 'other') return kind;
    }
    return 'other';
  }

  private kindAt(at: number): 'list' | 'map' | 'other' {
    const c = this.text[at];
    if (c === '-' && /[\s]|^$/.test(this.text[at + 1] ?? '')) return 'list';
    return keyAt(this.text, at) ? 'map' : 'other';
  }

  /** Cuts a range where `starts` says that a line begins a new piece; it is asked for every line, in order. */
  private pieces(range: Range, starts: (line: number, column: number, at: number) => boolean): Range[] {
    const cuts: number[] = [];
    for (let line = range.from; line < range.to; line++) {
      const column = this.column(range, line);
      if (column < 0) continue;
      const at = this.start(line) + column;
      // Where a tab stands for indentation no column is right: the line stays with the one above.
      const begins = this.text[at] !== '\t' && starts(line, column, at);
      if (begins || line === range.from) cuts.push(line);
    }
    return cuts.map((from, index) => ({
      from,
      to: cuts[index + 1] ?? range.to,
      cut: from === range.from ? range.cut : this.start(from),
    }));
  }

  private list(range: Range, indent: number, depth: number): At {
    const start = this.start(range.from) + indent;
    const items: { at: number; node: Node }[] = [];
    let end = start + 1;
    const pieces = this.pieces(range, (_, column) => column <= indent);
    for (const piece of pieces) {
      const column = this.column(piece, piece.from);
      const dash = this.start(piece.from) + column;
      if (this.kindAt(dash) !== 'list') {
        this.fault('stray-key', dash, this.lineEnd(piece.from));
        continue;
      }
      if (column < indent) this.fault('indent', dash, dash + 1);
      let cut = dash + 1;
      while (this.text[cut] === ' ' || this.text[cut] === '\t') cut++;
      const empty = cut >= this.lineEnd(piece.from) || this.text[cut] === '#';
      const inner = empty
        ? { from: piece.from + 1, to: piece.to, cut: this.start(piece.from + 1) }
        : { from: piece.from, to: piece.to, cut };
      const content = this.block(inner, depth + 1) ?? { node: nothing, start: dash + 1 };
      items.push({ at: content.start - start, node: content.node });
      end = content.start + content.node.length;
    }
    return { node: { kind: 'list', length: end - start, flow: false, items }, start };
  }

  private map(range: Range, indent: number, depth: number): At {
    const start = this.start(range.from) + indent;
    const pairs: Pair[] = [];
    let end = start;
    let bare = false;
    const pieces = this.pieces(range, (line, column, at) => {
      if (column > indent) return false;
      const c = this.text[at];
      // Closing brackets and the dashes of a list may stand right under the key that they belong to.
      if (c === ']' || c === '}') return false;
      if (column === indent && bare && this.kindAt(at) === 'list') return false;
      bare = this.bareKey(at, line);
      return true;
    });
    for (const piece of pieces) {
      const column = this.column(piece, piece.from);
      const at = this.start(piece.from) + column;
      const pair = this.pair(piece, at, depth);
      if (!pair) continue;
      if (column !== indent) this.fault('indent', at, at + pair.key.length);
      pairs.push({
        name: pair.key.name,
        at: at - start,
        keyLength: pair.key.length,
        valueAt: pair.value.start - start,
        value: pair.value.node,
      });
      end = Math.max(end, at + pair.key.length, pair.value.start + pair.value.node.length);
    }
    for (const fault of repeatedKeys(pairs)) this.faults.push(shifted(fault, start));
    return { node: { kind: 'map', length: end - start, flow: false, pairs }, start };
  }

  /** A key with nothing behind its colon. */
  private bareKey(at: number, line: number): boolean {
    const key = keyAt(this.text, at);
    return key !== undefined && /^[ \t]*(#|$)/.test(this.text.slice(key.behind, this.lineEnd(line)));
  }

  private pair(
    range: Range,
    at: number,
    depth: number,
  ): { key: { name: string; length: number }; value: At } | undefined {
    const found = keyAt(this.text, at);
    const lineEnd = this.lineEnd(range.from);
    if (!found || found.behind > this.end(range)) {
      this.stray(at, lineEnd);
      return undefined;
    }
    const { source, behind } = found;
    const key = { name: keyName(source), length: source.length };
    if (this.bareKey(at, range.from)) {
      const inner = { from: range.from + 1, to: range.to, cut: this.start(range.from + 1) };
      return { key, value: this.block(inner, depth + 1) ?? { node: nothing, start: behind } };
    }
    const whole = { from: range.from, to: range.to, cut: at };
    const leaf = this.leaf(whole);
    const base = this.start(range.from);
    const only = leaf.node.kind === 'map' ? onlyPair(leaf.node) : undefined;
    if (leaf.faults.every(harmless) && only && leaf.node.kind === 'map') {
      this.take(whole, leaf);
      return { key, value: { node: only.value, start: base + leaf.at + only.valueAt } };
    }
    let value = behind;
    while (this.text[value] === ' ' || this.text[value] === '\t') value++;
    const opened = this.opened(leaf, value, base);
    if (opened.faults.length === 0) this.fault('unexpected', value, Math.min(value + 1, this.end(range)));
    return { key, value: this.broken(whole, opened, value) };
  }

  /** An unclosed quote or bracket is said where it was opened. */
  private opened(leaf: Leaf, value: number, base: number): Leaf {
    const [first, ...rest] = leaf.faults;
    if (!first || (first.reason !== 'unclosed-quote' && first.reason !== 'unclosed-bracket')) return leaf;
    const c = this.text[value];
    if (c !== '"' && c !== "'" && c !== '[' && c !== '{') return leaf;
    return { ...leaf, faults: [{ ...first, start: value - base, end: value - base + 1 }, ...rest] };
  }

  /** A line that is neither a key with a colon nor part of something: say so once, in the words that fit. */
  private stray(at: number, lineEnd: number): void {
    const source = this.text.slice(at, lineEnd);
    if (this.text[at] === '\t') this.fault('tab', at, at + 1);
    else if (this.kindAt(at) === 'list') this.fault('stray-item', at, lineEnd);
    else if (/^[%@`]/.test(source)) this.fault('special-start', at, at + 1);
    else this.fault('no-colon', at, lineEnd, source);
  }
}

/** A fault that leaves the rest of its block as meant. */
function harmless(fault: Fault): boolean {
  return fault.reason === 'repeated-key' || fault.reason === 'copy';
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

/**
 * Reads a plan. `previous` is any earlier plan, best the one before the last edit: blocks of text that it holds too
 * are not read again. The result depends on `text` alone.
 */
export function parse(text: string, previous?: Plan): Plan {
  return read(Plan, text, previous);
}

/** Reads a team's catalog, as `parse` reads a plan. */
export function parseCatalog(text: string, previous?: CatalogFile): CatalogFile {
  return read(CatalogFile, text, previous);
}

function read<R extends Reading>(
  Kind: new (...parts: ConstructorParameters<typeof Reading>) => R,
  text: string,
  previous: R | undefined,
): R {
  if (previous?.text === text) return previous;
  const odd = binary.exec(text);
  if (odd) return new Kind(text, undefined, [{ reason: 'binary', start: odd.index, end: odd.index + 1 }], new Map());
  if (text.length > longestPlan) {
    const end = text.slice(0, 100).search(/\r?\n|$/);
    return new Kind(text, undefined, [{ reason: 'too-long', start: 0, end }], new Map());
  }
  const lines = linesOf(text);
  const reader = new Reader(lines, previous?.leaves ?? new Map());
  const range = firstDocument(lines, reader.faults);
  const root = reader.block({ ...range, cut: lines.starts[range.from] ?? text.length });
  const faults = reader.faults.sort((a, b) => a.start - b.start || a.end - b.end);
  return new Kind(text, root, faults, reader.leaves);
}
