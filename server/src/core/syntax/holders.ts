/** What holds a line, by the lines above it and their columns, before anything is read: the key below which it stands. */
import { keyTitled, type Shape } from '../schema/schema.ts';
import { almostKeyAt, isFormatKey, keyAt, keyName } from './keyPattern.ts';
import { contentStart, type Lines } from './lines.ts';

/** A key, or an item, that lines stand below. */
export interface Holder {
  readonly line: number;
  /** The column of its key. */
  readonly column: number;
  /** What may stand below it. */
  readonly shape: Shape;
  /** Where its value begins, if that stands on its line. */
  readonly value?: number;
}

/** What stands on a line, and its key. */
interface OnLine {
  readonly shape: Shape | undefined;
  readonly key?: KeyOnLine;
}

interface KeyOnLine {
  readonly name: string;
  readonly column: number;
  readonly bare: boolean;
  readonly value: number;
}

/** The hyphen of an item with the blanks behind it. */
const hyphen = /-[ \t]+/y;

/** The lines of a text as they hold each other. */
export class Holders {
  /** By line: the nearest line above that stands further left, the line with content above it, or -1. */
  private readonly parents: number[] = [];
  private readonly lineAbove: number[] = [];
  /** By line: what stands on it, once it was asked for. */
  private readonly known: (OnLine | undefined)[] = [];

  constructor(
    private readonly lines: Lines,
    private readonly root: Shape,
  ) {
    const open: number[] = [];
    let last = -1;
    for (const [line, column] of lines.indents.entries()) {
      this.lineAbove.push(last);
      if (column < 0) {
        this.parents.push(-1);
        continue;
      }
      while (open.length && (lines.indents[open.at(-1) as number] as number) >= column) open.pop();
      this.parents.push(open.at(-1) ?? -1);
      open.push(line);
      last = line;
    }
  }

  /** The line with content above a line; -1 where there is none. */
  above(line: number): number {
    return this.lineAbove[line] ?? -1;
  }

  /** The nearest line above a line that stands further left; -1 where there is none. */
  parent(line: number): number {
    return this.parents[line] ?? -1;
  }

  /** The shape of what begins on a line, what of it is items, and its key. */
  private onLine(line: number, shape: Shape | undefined): OnLine {
    const { text, starts, indents } = this.lines;
    const end = starts[line + 1] ?? text.length;
    let at = contentStart(this.lines, line);
    let column = indents[line] as number;
    let own = shape;
    for (hyphen.lastIndex = at; hyphen.test(text); at = hyphen.lastIndex) {
      column += hyphen.lastIndex - at;
      own = own?.items;
    }
    const written = keyAt(text, at);
    const almost = written ? undefined : almostKeyAt(text, at, false);
    const source = written ? keyName(written.source) : almost?.source;
    const title = source === undefined ? /^[^\s：:]+(?=[ \t]*：)/.exec(text.slice(at, end))?.[0] : undefined;
    const after = written?.after ?? (almost ? almost.at + almost.length : title && text.indexOf('：', at) + 1);
    if (!after) return { shape: own };
    const called = source ?? (title as string);
    const name = own && !own.key(called) && !isFormatKey(called) ? (keyTitled(own, called) ?? called) : called;
    const bare = /^[ \t\u3000]*(?:#.*)?$/.test(text.slice(after, end).trimEnd());
    const value = after + (/^[ \t\u3000]*/.exec(text.slice(after, end))?.[0].length ?? 0);
    return { shape: own, key: { name, column, bare, value } };
  }

  /** What stands on a line, by what holds that line: from the outermost line that is not known yet on. */
  private read(line: number): OnLine {
    const unknown: number[] = [];
    for (let at = line; at >= 0 && !this.known[at]; at = this.parent(at)) unknown.push(at);
    for (const at of unknown.reverse()) {
      const parent = this.parent(at);
      const shape = parent < 0 ? this.root : this.below(parent, this.lines.indents[at] as number)?.shape;
      this.known[at] = this.onLine(at, shape);
    }
    return this.known[line] as OnLine;
  }

  /** What holds what stands below a line in a column. */
  private below(line: number, column: number): Holder | undefined {
    const { shape, key } = this.read(line);
    const deeper = key && column > key.column;
    const inner = deeper ? shape?.key(key.name) : shape;
    if (!inner) return undefined;
    const own = key?.column ?? (this.lines.indents[line] as number);
    return { line, column: own, shape: inner, ...(deeper && !key.bare && { value: key.value }) };
  }

  /** What a line was meant to stand below: the bare key right above it, in whatever column, else what stands further left. */
  of(line: number): Holder | undefined {
    const above = this.above(line);
    if (above >= 0) {
      const { shape, key } = this.read(above);
      const inner = key?.bare ? shape?.key(key.name) : undefined;
      if (key && inner) return { line: above, column: key.column, shape: inner };
    }
    const parent = this.parents[line] as number;
    if (parent >= 0) return this.below(parent, this.lines.indents[line] as number);
    return undefined;
  }

  /** What a line may go on, the innermost first: all that is open at the end of the line above it. */
  open(line: number): Holder[] {
    const found: Holder[] = [];
    const first = this.of(line);
    if (first) found.push(first);
    for (let at = this.above(line); at >= 0; at = this.parents[at] as number) {
      const { shape, key } = this.read(at);
      const inner = key && shape?.key(key.name);
      if (inner) found.push({ line: at, column: key.column, shape: inner });
    }
    return found;
  }
}
