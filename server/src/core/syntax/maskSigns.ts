/**
 * Bullets and enumerators under the key of a list, put in one form before the text is read: hyphens and blanks, as long as
 * they are. Where they were pasted further left than their key, or below an item, they stand in the column of their list.
 */
import { onlyList } from '../schema/places.ts';
import type { Holder, Holders } from './holders.ts';
import { type ItemSign, itemSigns, mayBeginItem } from './itemSigns.ts';
import { keyAt } from './keyPattern.ts';
import { contentStart, type Lines } from './lines.ts';
import type { ParseError, Repair } from './parseError.ts';

/** What is said of the signs of one list. */
interface Report {
  readonly holder: Holder;
  readonly start: number;
  readonly end: number;
  readonly repair: Repair[];
  /** The column of its items. */
  readonly column: number;
  sure: boolean;
}

class Masker {
  /** Signs by their offset. */
  private readonly signs = new Map<number, ItemSign>();
  /** By line: of the holder, and of each item. */
  private readonly reports = new Map<number, Report>();
  private readonly seen = new Set<number>();
  /** The columns of lines that are moved. */
  private readonly columns = new Map<number, number>();

  constructor(
    private readonly lines: Lines,
    private readonly holders: () => Holders,
  ) {}

  private mayBegin(line: number): boolean {
    const { text, starts } = this.lines;
    return mayBeginItem.test(text.slice(contentStart(this.lines, line), starts[line + 1] ?? text.length));
  }

  /** The lines in the column of a line that may begin with a sign, as far as nothing else stands between; and where they end. */
  private run(line: number, holder: Holder | undefined): { readonly run: number[]; readonly end: number } {
    const { indents, text } = this.lines;
    const column = indents[line] as number;
    const run = [line];
    let end = line + 1;
    for (; end < indents.length; end++) {
      const own = indents[end] as number;
      if (own < 0) continue;
      if (own > column) {
        // A key beside that of the list ends a list that stands further left.
        const key = holder && own <= holder.column && keyAt(text, contentStart(this.lines, end))?.source;
        if (key && !holder.shape.items?.key(key)) break;
        continue;
      }
      if (own < column || !this.mayBegin(end)) break;
      run.push(end);
    }
    for (const each of run) this.seen.add(each);
    return { run, end };
  }

  /** The report that the signs of a run belong to. */
  private report(holder: Holder, column: number, first: { readonly at: number; readonly length: number }): Report {
    const known = this.reports.get(holder.line);
    if (known) return known;
    const own = column < holder.column ? holder.column + 2 : column;
    const made = { holder, start: first.at, end: first.at + first.length, repair: [], column: own, sure: true };
    this.reports.set(holder.line, made);
    return made;
  }

  private mask(line: number): void {
    const { text, starts, indents } = this.lines;
    const column = indents[line] as number;
    // Below an item they belong to its list.
    const holder = this.reports.get(this.holders().parent(line))?.holder ?? this.holders().of(line);
    const { run, end } = this.run(line, holder);
    if (!holder || !onlyList(holder.shape)) return;
    const places = run.map((each) => contentStart(this.lines, each));
    // With the first item after the key they are one text, of which items are made as a whole.
    const behind = holder.value !== undefined && this.holders().above(line) === holder.line;
    if (behind && itemSigns(text, [holder.value as number, ...places])[0]) return;
    const found = itemSigns(text, places);
    const texts = holder.shape.items?.types.includes('string') === true;
    for (const [index, sign] of found.entries()) {
      const own = run[index] as number;
      const at = contentStart(this.lines, own);
      if (!sign) continue;
      this.signs.set(at, sign);
      // A sign without a blank is reported where it is read.
      if (sign.width < 2) continue;
      const report = this.report(holder, column, { at, length: sign.length });
      const by = report.column - column;
      const moves = by !== 0 && (texts || column < holder.column);
      report.sure &&= sign.sure && !moves;
      const bare = /[\r\n]/.test(text[at + sign.width] ?? '\n');
      const hyphen = bare ? '-' : '- ';
      const last = at + (bare ? sign.length : sign.width);
      if (moves)
        report.repair.push({ start: starts[own] as number, end: last, text: ' '.repeat(report.column) + hyphen });
      else report.repair.push({ start: at, end: last, text: hyphen });
      this.reports.set(own, report);
      if (moves) this.move(own, run[index + 1] ?? end, by, report);
    }
  }

  /** Moves an item, and the lines below it that are no items of their own. */
  private move(line: number, end: number, by: number, report: Report): void {
    const { starts, indents } = this.lines;
    this.columns.set(line, report.column);
    for (let below = line + 1; below < end; below++) {
      const column = indents[below] as number;
      if (column < 0 || this.mayBegin(below)) continue;
      const start = starts[below] as number;
      this.columns.set(below, column + by);
      report.repair.push({ start, end: contentStart(this.lines, below), text: ' '.repeat(column + by) });
    }
  }

  result(errors: ParseError[]): Lines {
    const { lines } = this;
    const { text, starts, indents } = lines;
    for (let line = 0; line < starts.length; line++) {
      if ((indents[line] as number) >= 0 && !this.seen.has(line) && this.mayBegin(line)) this.mask(line);
    }
    if (this.signs.size === 0) return lines;
    for (const { start, end, repair, sure } of new Set(this.reports.values())) {
      repair.sort((a, b) => a.start - b.start);
      errors.push({ kind: 'look-alike-dash', start, end, repair, ...(!sure && { unsure: true }) });
    }
    const parts: string[] = [];
    let done = 0;
    for (const [at, { width }] of [...this.signs].sort(([a], [b]) => a - b)) {
      parts.push(text.slice(done, at), width < 2 ? '•' : '-'.padEnd(width));
      done = at + width;
    }
    parts.push(text.slice(done));
    return { ...lines, text: parts.join(''), ...this.moved() };
  }

  /** The lines in their columns. */
  private moved(): Partial<Lines> {
    if (this.columns.size === 0) return {};
    const indents = [...this.lines.indents];
    const shifts = new Map(this.lines.shifts);
    for (const [line, column] of this.columns) {
      shifts.set(line, column - (contentStart(this.lines, line) - (this.lines.starts[line] as number)));
      indents[line] = column;
    }
    return { indents, shifts, moved: new Set(this.columns.keys()) };
  }
}

/** The lines with hyphens in place of signs, each list of which is an error; the same object where there are none. */
export function maskSigns(lines: Lines, holders: () => Holders, errors: ParseError[]): Lines {
  return mayBeginItem.test(lines.text) ? new Masker(lines, holders).result(errors) : lines;
}
