/** Where lines begin and end, in which column they stand, and what begins at an offset. Offsets are UTF-16 units of the text. */
import { column, trimmedEnd } from '../../text/lines.ts';
import { almostKeyAt, bulletAt, isFormatKey, keyAt } from '../keyPattern.ts';
import type { Lines } from '../lines.ts';
import type { Repair } from '../parseError.ts';

/** A run of lines, `to` excluded; `cut` is the offset where its first line begins to count (after a dash, say). */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly cut: number;
}

/** What begins at an offset. */
export type BlockKind = 'list' | 'map' | 'other';

/** The lines of a text. Columns are those that were meant: a tab counts as wide as the file uses it. */
export class LineCursor {
  readonly text: string;
  /** By line: how many blanks are missing after the hyphen with which it begins. */
  private readonly missingBlanks = new Map<number, number>();

  constructor(readonly lines: Lines) {
    this.text = lines.text;
  }

  /** The offset of a line's first character. */
  start(line: number): number {
    return this.lines.starts[line] ?? this.text.length;
  }

  /** Where the text of a run of lines ends, its last line break included. */
  end({ to }: Range): number {
    return this.start(to);
  }

  /** End of a line's text without its break and trailing blanks. */
  lineEnd(line: number): number {
    return trimmedEnd(this.text, { start: this.start(line), end: this.start(line + 1) });
  }

  /** The line break with which the line before this one ends. */
  breakBefore(line: number): '\r\n' | '\n' {
    return this.text[this.start(line) - 2] === '\r' ? '\r\n' : '\n';
  }

  /** The column of a line's first character that is not blank; -1 for lines without content. */
  indent(line: number): number {
    return this.lines.indents[line] ?? -1;
  }

  /** The column of the first character of a line that counts in this range. */
  column(range: Range, line: number): number {
    return line === range.from && range.cut > this.start(line)
      ? range.cut - this.start(line) + this.shift(line)
      : this.indent(line);
  }

  /** The offset of a column of a line. */
  at(line: number, column: number): number {
    return this.start(line) + column - this.shift(line);
  }

  /** Where a block begins to count whose first line is `line` and begins with content. */
  cutAt(line: number): number {
    return this.isOdd(line) ? this.at(line, this.indent(line)) : this.start(line);
  }

  /** Where the text of a block begins to count: as far before its first character as that stands in its line. */
  base(range: Range): number {
    const column = range.cut - this.start(range.from);
    return range.cut - Math.max(0, column + this.shift(range.from));
  }

  /** The first line with content in a range; -1 where there is none. */
  firstLine(range: Range): number {
    for (let line = range.from; line < range.to; line++) if (this.column(range, line) >= 0) return line;
    return -1;
  }

  /** The first line with content below the first line of a range; `range.to` where there is none. */
  lineBelow(range: Range): number {
    let line = range.from + 1;
    while (line < range.to && this.indent(line) < 0) line++;
    return line;
  }

  /** The lines of a range from a later one on. */
  rest({ to }: Range, line: number): Range {
    return { from: line, to, cut: this.start(line) };
  }

  /** What stands after a sign at `cut`: on its line, or below it where nothing or a comment does. */
  inner(range: Range, cut: number): Range {
    const bare = cut >= this.lineEnd(range.from) || this.text[cut] === '#';
    return bare ? this.rest(range, range.from + 1) : { from: range.from, to: range.to, cut };
  }

  /** Whether a line is indented with other characters than spaces. */
  isOdd(line: number): boolean {
    return this.lines.shifts.has(line);
  }

  /** Whether a line below the first is indented with other characters than spaces: such a run is read line by line. */
  hasOddLine(range: Range): boolean {
    if (this.lines.shifts.size === 0) return false;
    for (let line = range.from + 1; line < range.to; line++) if (this.isOdd(line)) return true;
    return false;
  }

  /** Counts a blank that is missing after the hyphen with which a line begins. */
  addMissingBlank(line: number): void {
    this.missingBlanks.set(line, 1);
  }

  private shift(line: number): number {
    if (this.lines.shifts.size === 0 && this.missingBlanks.size === 0) return 0;
    return (this.lines.shifts.get(line) ?? 0) + (this.missingBlanks.get(line) ?? 0);
  }

  /** Cuts a range where `starts` says that a line begins a new piece; it is asked for every line, in order. */
  pieces(range: Range, starts: (line: number, column: number, at: number) => boolean): Range[] {
    const cuts: number[] = [];
    for (let line = range.from; line < range.to; line++) {
      const column = this.column(range, line);
      if (column < 0) continue;
      if (starts(line, column, this.at(line, column)) || line === range.from) cuts.push(line);
    }
    return cuts.map((from, index) => {
      const to = cuts[index + 1] ?? range.to;
      return { from, to, cut: from === range.from ? range.cut : this.cutAt(from) };
    });
  }

  /** Edits that move the lines of a range by some columns: the first only, if the others stand deep enough as it is. */
  moved(range: Range, by: number): Repair[] {
    const edits: Repair[] = [];
    const first = this.indent(range.from) + by;
    const below = this.lines.indents.slice(range.from + 1, range.to).filter((other) => other >= 0);
    const keys = this.keyOffset(this.at(range.from, this.indent(range.from)));
    const alone = keys
      ? below[0] === first + keys && below.every((other) => other >= first + keys)
      : by > 0 && below.every((other) => other > first);
    for (let line = range.from; line < (alone ? range.from + 1 : range.to); line++) {
      const column = this.indent(line);
      if (column < 0) continue;
      edits.push({ start: this.start(line), end: this.at(line, column), text: ' '.repeat(Math.max(0, column + by)) });
    }
    return edits;
  }

  /** The column of an offset, counted in characters. */
  columnOf(at: number): number {
    return column(this.text, at);
  }

  /** The offset of the first character from `at` on that is no space or tab. */
  afterBlanks(at: number): number {
    let after = at;
    while (this.text[after] === ' ' || this.text[after] === '\t') after++;
    return after;
  }

  /** Whether an item begins at an offset. */
  dashAt(at: number): boolean {
    return this.text[at] === '-' && /[ \t\r\n]|^$/.test(this.text[at + 1] ?? '');
  }

  /**
   * How far after its hyphen the first key of the item at an offset stands (`flow`: or its brace); 0 where there is no
   * such item. `- id: a` gives 2.
   */
  keyOffset(at: number, flow = false): number {
    if (!this.dashAt(at)) return 0;
    let cut = at + 1;
    while (this.text[cut] === ' ') cut++;
    return keyAt(this.text, cut) || (flow && this.text[cut] === '{') ? cut - at : 0;
  }

  /** What begins at an offset, as it is written or was meant. */
  kindAt(at: number): BlockKind {
    if (this.dashAt(at)) return 'list';
    if (this.text[at] === '-' && (this.formatKeyAt(at + 1) || /[[{"'\u00a0\u3000]/.test(this.text[at + 1] ?? '')))
      return 'list';
    if (bulletAt(this.text, at) > 0) return 'list';
    if (keyAt(this.text, at)) return 'map';
    return almostKeyAt(this.text, at, false) || this.unclosedKeyAt(at) ? 'map' : 'other';
  }

  /** Whether a list or map begins at an offset as it must be written, so that the library can read it. */
  isProper(at: number, kind: BlockKind): boolean {
    return kind === 'list' ? this.dashAt(at) : keyAt(this.text, at) !== undefined;
  }

  /** A key of the format after a quotation mark that is not closed: `"owner: Ana`. */
  unclosedKeyAt(at: number): boolean {
    return /["']/.test(this.text[at] ?? '') && this.formatKeyAt(at + 1) && !keyAt(this.text, at);
  }

  private formatKeyAt(at: number): boolean {
    const key = keyAt(this.text, at);
    return key !== undefined && isFormatKey(key.source);
  }

  /** Whether at an offset a key begins with nothing after its colon. */
  bareKeyAt(at: number, line: number): boolean {
    const after = keyAt(this.text, at)?.after ?? this.afterAlmostKey(at);
    return after !== undefined && this.isBareAfter(after, line);
  }

  /** Whether nothing but a comment stands on a line from an offset on. */
  isBareAfter(after: number, line: number): boolean {
    const next = this.afterBlanks(after);
    return this.text[next] === '#' || next >= this.lineEnd(line);
  }

  private afterAlmostKey(at: number): number | undefined {
    const almost = almostKeyAt(this.text, at, false);
    return almost && almost.at + almost.length;
  }
}
