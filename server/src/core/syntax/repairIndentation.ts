/**
 * Indentation repair: finds mis-indented lines and the column they were meant for, judging by the lines that follow.
 *
 *     - use: a
 *       owner: Ana
 *      status: done     # one space short: read, and fixed, in the column of `owner`
 *       due: 2027-05-01
 */

import type { Shape } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { type Loose, type Row, rowsOf } from './indentedRows.ts';
import { isFormatKey } from './keyPattern.ts';
import { contentStart, type Lines } from './lines.ts';
import type { ParseError, Repair } from './parseError.ts';

/** A list or a set of keys that is open at some line. */
interface Frame {
  readonly kind: 'map' | 'list';
  readonly column: number;
  readonly shape: Shape | undefined;
  readonly names: Set<string>;
  readonly first: Span;
}

/** The last key or hyphen, if nothing stood after it. The items of a list may stand right below its key, but not below a hyphen. */
interface Pending {
  readonly column: number;
  readonly shape: Shape | undefined;
  readonly dash: boolean;
}

/** Where a row that stands too far right or left belongs, and the rows that move with it. */
interface Move {
  readonly to: number;
  readonly rows: readonly Row[];
  readonly first?: Span;
  /** What stands below it moves too. */
  readonly whole?: boolean;
}

/** Whether a row can stand first in what a shape describes. */
function fits(shape: Shape | undefined, row: Row | undefined): boolean {
  if (!shape || !row) return false;
  return row.dash ? shape.items !== undefined : row.key !== undefined && shape.key(row.key) !== undefined;
}

/** The first column in which a row stands below a key or hyphen, and not beside it. */
function leastBelow({ column, dash }: Pending, row: Row): number {
  return row.dash && !dash ? column : column + 1;
}

/** Walks over the rows of a text and moves those that stand in a wrong column. */
class IndentationRepair {
  /** The lists and maps that are open at the row at hand, outermost first. */
  private readonly stack: Frame[] = [];
  private pending: Pending | undefined;
  readonly columns = new Map<number, number>();
  readonly errors: ParseError[] = [];

  /** `shape`: what the format says of the whole. */
  constructor(
    private readonly lines: Lines,
    private readonly rows: readonly Row[],
    shape: Shape,
  ) {
    this.pending = { column: -1, shape, dash: false };
  }

  run(): void {
    for (let index = 0; index < this.rows.length; index++) {
      const row = this.rows[index] as Row;
      if (!this.lines.shifts.has(row.line) && !this.columns.has(row.line)) {
        const move =
          (row.dash ? this.item(row, index) : (this.left(row, index) ?? this.right(row, index))) ??
          this.begins(row, index);
        if (move && move.to !== row.column) this.apply(move, row);
      }
      this.settle(row);
    }
  }

  private apply({ to, rows, first, whole }: Move, row: Row): void {
    const by = to - row.column;
    const { text, starts, indents } = this.lines;
    const moved = whole ? this.below(row) : rows.flatMap((own) => this.withText(own, to));
    const repair = moved.map((line) => {
      const column = (indents[line] as number) + by;
      this.columns.set(line, column);
      return { start: starts[line] as number, end: contentStart(this.lines, line), text: ' '.repeat(column) };
    });
    for (const other of whole ? this.rows : rows) {
      if (other.line >= row.line && other.line <= (moved.at(-1) as number))
        other.column = this.columns.get(other.line) ?? other.column;
    }
    this.errors.push({
      kind: 'indent',
      start: row.at,
      end: row.at + row.length,
      repair,
      ...(!row.dash && { word: text.slice(row.at, row.at + row.length) }),
      ...(first && { first }),
    });
  }

  /** Puts lines of texts in the column of the others; those right below each other are reported together. */
  align(loose: readonly Loose[]): void {
    let last: { error: ParseError; repair: Repair[]; line: number } | undefined;
    for (const { line, to } of loose) {
      const end = contentStart(this.lines, line);
      this.columns.set(line, to);
      const repair = { start: this.lines.starts[line] as number, end, text: ' '.repeat(to) };
      if (last?.line === line - 1) last.repair.push(repair);
      else {
        const all = [repair];
        last = { error: { kind: 'indent', start: end, end: end + 1, repair: all }, repair: all, line };
        this.errors.push(last.error);
      }
      last.line = line;
    }
  }

  /** The line of a row, and those of its text below it where that would not stand deeper than the row at its new place. */
  private withText(row: Row, to: number): number[] {
    const { indents } = this.lines;
    const end = this.rows[this.rows.indexOf(row) + 1]?.line ?? indents.length;
    const text: number[] = [];
    for (let line = row.line + 1; line < end; line++) if ((indents[line] as number) > row.column) text.push(line);
    return text.some((line) => (indents[line] as number) <= to) ? [row.line, ...text] : [row.line];
  }

  /** The line of a row and those that stand deeper below it. */
  private below(row: Row): number[] {
    const { indents } = this.lines;
    const found = [row.line];
    for (let line = row.line + 1; line < indents.length; line++) {
      const column = indents[line] as number;
      if (column >= 0 && column <= row.column) break;
      if (column >= 0) found.push(line);
    }
    return found;
  }

  /** Opens and closes what the row, in its column, opens and closes. */
  private settle(row: Row): void {
    const { pending, stack } = this;
    this.pending = undefined;
    const kind = row.dash ? 'list' : 'map';
    const span = { start: row.at, end: row.at + row.length };
    if (pending && row.column >= leastBelow(pending, row)) {
      stack.push({ kind, column: row.column, shape: pending.shape, names: new Set(), first: span });
    } else {
      while (stack.length && (stack.at(-1) as Frame).column > row.column) stack.pop();
      if (stack.at(-1)?.column === row.column && stack.at(-1)?.kind === 'list' && !row.dash) stack.pop();
    }
    let frame = stack.at(-1);
    if (frame?.kind === 'list' && !row.dash && row.column > frame.column) {
      // Its first line is no key: something is wrong with it, too.
      frame = { kind, column: row.column, shape: frame.shape?.items, names: new Set(), first: span };
      stack.push(frame);
    }
    if (frame?.column !== row.column || frame.kind !== kind) return;
    if (row.dash) {
      const items = frame.shape?.items;
      if (row.key === undefined) {
        if (row.bare) this.pending = { column: row.column, shape: items, dash: true };
        return;
      }
      const key = { start: row.at + row.width, end: row.at + row.width + row.key.length };
      frame = { kind: 'map', column: row.column + row.width, shape: items, names: new Set(), first: key };
      stack.push(frame);
    }
    frame.names.add(row.key as string);
    if (row.bare) this.pending = { column: frame.column, shape: frame.shape?.key(row.key as string), dash: false };
  }

  /** Whether a set of keys takes the key of a row, and has none of that name yet. */
  private takes(frame: Frame | undefined, { key, dash }: Row): boolean {
    if (frame?.kind !== 'map' || dash || key === undefined) return false;
    return frame.shape?.key(key) !== undefined && !frame.names.has(key);
  }

  /** Whether an item without a key can be one of a list: keys in braces, or a text. */
  private takesItem({ shape }: Frame, { at, width }: Row): boolean {
    const type = this.lines.text[at + width] === '{' ? 'object' : 'string';
    return shape?.items?.types.includes(type) === true;
  }

  private at(kind: Frame['kind'], column: number): Frame | undefined {
    return this.stack.find((frame) => frame.kind === kind && frame.column === column);
  }

  /** A key too far left: what it belongs to goes on below it. */
  private left(row: Row, index: number): Move | undefined {
    if (this.pending && row.column > this.pending.column) return undefined;
    const home = this.at('map', row.column);
    if (row.key === undefined || !isFormatKey(row.key) || (home && this.takes(home, row))) return undefined;
    for (const frame of this.deeper(row, index)) {
      if (!this.takes(frame, row)) continue;
      const rows: Row[] = [];
      let next = index;
      while (this.takes(frame, this.rows[next] as Row) && this.rows[next]?.column === row.column) {
        const own = this.rows[next++] as Row;
        rows.push(own);
        const below = next;
        while (next < this.rows.length && (this.rows[next] as Row).column > frame.column) next++;
        if (next > below && (!own.bare || !fits(frame.shape?.key(own.key as string), this.rows[below])))
          return undefined;
        if (next >= this.rows.length) return undefined;
      }
      const after = this.rows[next] as Row;
      if (after.column <= row.column) continue;
      const goesOn = after.column === frame.column ? !after.dash : this.at(after.dash ? 'list' : 'map', after.column);
      if (goesOn) return { to: frame.column, rows, first: frame.first };
    }
    return undefined;
  }

  /** What is open to the right of a row, and what a key without a value right above it opens on the line below. */
  private deeper(row: Row, index: number): Frame[] {
    const frames = this.stack.filter(({ column }) => column > row.column).reverse();
    const next = this.rows[index + 1];
    if (!this.pending || !next || next.column <= this.pending.column || !fits(this.pending.shape, next)) return frames;
    const { shape } = this.pending;
    const first = { start: next.at, end: next.at + next.length };
    return [{ kind: next.dash ? 'list' : 'map', column: next.column, shape, names: new Set(), first }, ...frames];
  }

  /** A key too far right, which only something further out takes; what belongs to it stands below it. */
  private right(row: Row, index: number): Move | undefined {
    if (this.pending && row.column > this.pending.column) return undefined;
    if (row.key === undefined || !isFormatKey(row.key)) return undefined;
    const home = this.at('map', row.column);
    if (home && (!home.shape || this.takes(home, row))) return undefined;
    const frame = this.stack.findLast((outer) => outer.column < row.column && this.takes(outer, row));
    const next = this.rows[index + 1];
    if (!frame || !(home || this.at('list', row.column) || this.deeper(row, index).length)) return undefined;
    const move = { to: frame.column, rows: [row], first: frame.first };
    if (!row.bare) return home && (!next || next.column < row.column) ? move : undefined;
    if (!next || !fits(frame.shape?.key(row.key), next)) return undefined;
    // With its content, or alone.
    if (next.column > row.column) return { ...move, whole: next.column > row.column + 1 };
    return next.column > frame.column || next.dash ? move : undefined;
  }

  /** An item among those of another list, or of none: the list that it belongs to goes on, or its own keys do. */
  private item(row: Row, index: number): Move | undefined {
    const next = this.rows[index + 1];
    if (row.bare || (this.pending && row.column >= this.pending.column)) return undefined;
    if (row.key !== undefined) {
      if (!next || next.dash || next.column === row.column + row.width) return undefined;
      const list = this.at('list', next.column - row.width);
      const items = list?.shape?.items;
      if (!list || !fits(items, { ...row, dash: false }) || !fits(items, next)) return undefined;
      return { to: list.column, rows: [row], first: list.first };
    }
    const last = this.stack.at(-1);
    if (last?.kind === 'list' && this.takesItem(last, row) && row.column > last.column) {
      const rows = [row];
      for (let at = index + 1; this.rows[at]?.dash && !this.rows[at]?.key; at++) {
        if (this.rows[at]?.column !== row.column) break;
        rows.push(this.rows[at] as Row);
      }
      return { to: last.column, rows, first: last.first };
    }
    if (!next?.dash || next.column <= row.column || this.at('list', row.column)) return undefined;
    const list = this.at('list', next.column);
    return list && this.takesItem(list, row) ? { to: list.column, rows: [row], first: list.first } : undefined;
  }

  /** The first lines of several too far right: those that follow agree on another column, and are not fewer. */
  private begins(row: Row, index: number): Move | undefined {
    const { pending } = this;
    if (!pending || row.column <= pending.column || !fits(pending.shape, row)) return undefined;
    const least = leastBelow(pending, row);
    const like = ({ dash, column }: Row, other: number) => dash === row.dash && column === other;
    const rows: Row[] = [];
    let after = index;
    for (; after < this.rows.length && (this.rows[after] as Row).column >= row.column; after++)
      if (like(this.rows[after] as Row, row.column)) rows.push(this.rows[after] as Row);
    const next = this.rows[after];
    if (!next || next.column < least || !like(next, next.column) || !fits(pending.shape, next)) return undefined;
    if (row.dash && this.at('list', next.column)) return undefined;
    let others = 0;
    for (; after < this.rows.length; after++) {
      const other = this.rows[after] as Row;
      // A list ends at a key in its column.
      if (other.column < next.column || (row.dash && !other.dash && other.column === next.column)) break;
      if (like(other, next.column)) others++;
    }
    const step = pending.column < 0 ? 0 : pending.column + 2;
    if (rows.length > others || (rows.length === others && next.column !== step)) return undefined;
    const whole = row.dash && row.key !== undefined && this.rows[index + 1]?.column === row.column + row.width;
    if (whole && rows.length > 1) return undefined;
    return { to: next.column, rows, first: { start: next.at, end: next.at + next.length }, whole };
  }
}

/** A text as it was meant, line by line. */
export interface RepairedIndentation {
  readonly lines: Lines;
  /** The lines that were moved. */
  readonly moved: ReadonlySet<number>;
  readonly errors: readonly ParseError[];
}

/** The lines with those that stand too far left or right in the column where they belong; undefined where none does. */
export function repairIndentation(lines: Lines, shape: Shape): RepairedIndentation | undefined {
  const loose: Loose[] = [];
  const repair = new IndentationRepair(lines, rowsOf(lines, loose), shape);
  repair.run();
  repair.align(loose);
  const { columns, errors } = repair;
  if (columns.size === 0) return undefined;
  const indents = [...lines.indents];
  const shifts = new Map(lines.shifts);
  for (const [line, column] of columns) {
    shifts.set(line, column - (indents[line] as number) + (shifts.get(line) ?? 0));
    indents[line] = column;
  }
  return { lines: { ...lines, indents, shifts }, moved: new Set(columns.keys()), errors };
}
