/** Layout: target column of every line and spacing within it, in one walk of the tree. */

import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import { contentStart, type Lines } from '../syntax/lines.ts';
import {
  type At,
  isList,
  isMap,
  itemsOf,
  type List,
  type Mapping,
  type PairAt,
  pairsOf,
  type Scalar,
} from '../syntax/tree.ts';
import { readings } from '../text/dateFormats.ts';
import { type Edit, minimal } from '../text/edit.ts';
import { lineEnd } from '../text/lines.ts';
import { commentColumns, isBlank, type Row, type Shift } from './comments.ts';
import { lineAt, type ProtectedLines } from './protectedLines.ts';

/** Behind a hyphen there is one space. */
const behindDash = 2;

/** One walk over a text. What it cannot account for it adds to `kept`; then the walk has to be made again. */
export class Layout {
  readonly edits: Edit[] = [];
  /** Something was added to `kept`. */
  again = false;
  private readonly text: string;
  /** By line: the column in which it will begin; -1 where that is not decided here. */
  private readonly columns: Int32Array;
  /** By line: 1 where it is part of something that was read, 2 where its end is part of a text. */
  private readonly claims: Uint8Array;
  private readonly rows: Row[] = [];

  constructor(
    reading: Reading,
    private readonly lines: Lines,
    private readonly kept: ProtectedLines,
    private readonly step: number,
  ) {
    this.text = reading.text;
    this.columns = new Int32Array(lines.starts.length).fill(-1);
    this.claims = new Uint8Array(lines.starts.length);
    const { root, format } = reading;
    if (root) this.value(root, { from: 0, to: 0 }, 0, format.shape, undefined);
    const { columns, claims } = this;
    for (const [line, column] of commentColumns(this.text, lines, this.rows, claims, step)) columns[line] = column;
    this.keepStrays();
    if (this.again) return;
    for (let line = 0; line < this.columns.length; line++) this.indent(line);
  }

  /** Whether the end of a line is part of a text: nothing may be taken away there. */
  inText(line: number): boolean {
    return this.claims[line] === 2;
  }

  private start(line: number): number {
    return this.lines.starts[line] ?? this.text.length;
  }

  private lineAt(offset: number): number {
    return lineAt(this.lines, offset);
  }

  /** The column of an offset, as deep as the blanks before it were read. */
  private column(offset: number): number {
    const line = this.lineAt(offset);
    return offset - this.start(line) + (this.lines.shifts.get(line) ?? 0);
  }

  private lastLine({ node, start }: At): number {
    return this.lineAt(Math.max(start, start + node.length - 1));
  }

  private movable(at: At): boolean {
    return !this.kept.any(this.lineAt(at.start), this.lastLine(at));
  }

  private keep(first: number, last: number): void {
    this.kept.add(first, last);
    this.again = true;
  }

  private claim(first: number, last: number): void {
    for (let line = first; line <= last; line++) this.claims[line] ||= 1;
  }

  /** A part that is not written as expected stays. */
  private leave(at: At, movable: boolean): void {
    this.claim(this.lineAt(at.start), this.lastLine(at));
    if (movable) this.keep(this.lineAt(at.start), this.lastLine(at));
  }

  private beginsLine(offset: number): boolean {
    return contentStart(this.lines, this.lineAt(offset)) === offset;
  }

  private row(offset: number, { from, to }: Shift, bare = false): void {
    const line = this.lineAt(offset);
    this.claims[line] ||= 1;
    if (this.beginsLine(offset)) this.columns[line] = to;
    this.rows.push({ line, from, to, bare });
  }

  /** Puts other blanks and signs between two places on a line. */
  private space(start: number, end: number, text: string): void {
    if (this.kept.has(this.lineAt(start))) return;
    const edit = minimal(this.text, start, end, text);
    if (edit) this.edits.push(edit);
  }

  /**
   * A value whose key or hyphen stands in column `holder`; one on a line of its own begins `deeper` columns further
   * right. `behind` is the column that it gets on the line of its hyphen.
   */
  private value(at: At, holder: Shift, deeper: number, shape: Shape | undefined, behind: number | undefined): void {
    const { node, start } = at;
    const own = this.beginsLine(start) && behind === undefined;
    if (node.kind === 'map' && !node.flow) this.map(at as At<Mapping>, behind ?? holder.to + deeper, shape, !own);
    else if (node.kind === 'list' && !node.flow) this.list(at as At<List>, behind ?? holder.to + deeper, shape, !own);
    else if (node.length > 0) {
      this.claim(this.lineAt(start), this.lastLine(at));
      const movable = this.movable(at);
      let shift = holder;
      if (own) {
        const from = this.column(start);
        shift = { from, to: movable ? holder.to + deeper : from };
        this.row(start, shift);
      }
      if (node.kind === 'broken') {
        this.leave(at, movable);
      } else if (node.kind === 'scalar') {
        this.day(at as At<Scalar>, shape);
        this.continued(at as At<Scalar>, holder.to + deeper, holder);
      } else {
        this.flow(at, shape);
        this.flowLines(at, own ? shift.to : (behind ?? holder.to));
      }
    }
  }

  /** A date in another form that can mean one day only. */
  private day({ node, start }: At<Scalar>, shape: Shape | undefined): void {
    if (!shape?.date || node.style !== 'plain') return;
    const source = this.text.slice(start, start + node.length);
    const [day, ...others] = readings(source);
    if (day !== undefined && others.length === 0 && !/[\r\n]/.test(source)) this.space(start, start + node.length, day);
  }

  private map(at: At<Mapping>, to: number, shape: Shape | undefined, behindSign: boolean): void {
    const movable = this.movable(at);
    const pairs = pairsOf(at);
    const astray = pairs.some(({ key }, index) => !this.beginsLine(key.start) && (index > 0 || !behindSign));
    if (astray) {
      this.leave(at, movable);
      return;
    }
    for (const pair of pairs) {
      const from = this.column(pair.key.start);
      const shift = { from, to: movable ? to : from };
      this.row(pair.key.start, shift, pair.value.node.length === 0);
      this.behindKey(pair);
      this.value(pair.value, shift, this.step, shape?.key(pair.name), undefined);
    }
  }

  /** One space after the colon, none before it. */
  private behindKey({ key, value }: PairAt): void {
    const colon = /([ \t]*):([ \t]*)/y;
    colon.lastIndex = key.end;
    const match = colon.exec(this.text);
    if (!match) return;
    const [, before = '', after = ''] = match;
    if (before) this.space(key.end, key.end + before.length, '');
    if (after && value.node.length > 0 && colon.lastIndex === value.start)
      this.space(value.start - after.length, value.start, ' ');
  }

  /** The hyphen of the item whose content begins at `start`; -1 where none is found. */
  private dashOf(start: number): number {
    let at = start - 1;
    while (isBlank(this.text.charCodeAt(at))) at--;
    if (this.text[at] === '-') return at;
    let line = this.lineAt(start) - 1;
    while (line >= 0 && (this.lines.indents[line] as number) < 0) line--;
    if (line < 0 || this.lineAt(at) === this.lineAt(start)) return -1;
    const content = contentStart(this.lines, line);
    const source = this.text.slice(content, lineEnd(this.text, content));
    const bare = /^(?:-[ \t]+)*-(?=[ \t]*(?:[ \t]#.*)?$)/.exec(source);
    return bare ? content + bare[0].length - 1 : -1;
  }

  private list(at: At<List>, to: number, shape: Shape | undefined, behindSign: boolean): void {
    const movable = this.movable(at);
    const items = itemsOf(at).map((item) => ({ item, dash: this.dashOf(item.start) }));
    const astray = items.some(({ dash }, index) => dash < 0 || (!this.beginsLine(dash) && (index > 0 || !behindSign)));
    if (astray) {
      this.leave(at, movable);
      return;
    }
    for (const { item, dash } of items) {
      const from = this.column(dash);
      const shift = { from, to: movable ? to : from };
      this.row(dash, shift);
      if (item.node.length === 0) continue;
      const near = this.lineAt(dash) === this.lineAt(item.start);
      if (near || this.joins(dash, item)) {
        const own = this.column(item.start) - from;
        const free = this.movable(item) && !this.kept.has(this.lineAt(dash));
        if (free) this.space(dash + 1, item.start, ' ');
        // Its end is taken away already, with the line break.
        if (free && !near) this.claims[this.lineAt(dash)] = 2;
        this.value(item, shift, behindDash, shape?.items, shift.to + (free ? behindDash : own));
        if (free && !near) this.columns[this.lineAt(item.start)] = -1;
      } else this.value(item, shift, behindDash, shape?.items, undefined);
    }
  }

  /** Whether nothing but the end of its line stands between a hyphen and the content of its item. */
  private joins(dash: number, item: At): boolean {
    return /^[ \t]*\r?\n[ \t]*$/.test(this.text.slice(dash + 1, item.start)) && this.movable(item);
  }

  /** The further lines of a text stand in column `least`, one step deeper than what holds it: what is in front of them does not count. */
  private continued({ node, start }: At<Scalar>, least: number, holder: Shift): void {
    const first = this.lineAt(start);
    const last = this.lineAt(start + node.length - 1);
    if (node.style === 'block') this.block(first, last, holder, least);
    else if (last > first) {
      for (let line = first; line < last; line++) this.claims[line] = 2;
      if (this.kept.any(first, last)) return;
      for (let line = first + 1; line <= last; line++)
        if (/\S/.test(this.text.slice(this.start(line), lineEnd(this.text, this.start(line)))))
          this.columns[line] = least;
    }
  }

  /** The lines of a text that begins with `|` or `>`: all move by the same, as what stands in front of them is part of it. */
  private block(first: number, last: number, holder: Shift, least: number): void {
    const header = this.text.slice(this.start(first), lineEnd(this.text, this.start(first)));
    const blanks = (line: number) => {
      let at = this.start(line);
      while (this.text[at] === ' ') at++;
      return at - this.start(line);
    };
    const empty = (line: number) => this.start(line) + blanks(line) === lineEnd(this.text, this.start(line));
    let begin = first + 1;
    while (begin <= last && empty(begin)) begin++;
    const own = begin <= last ? blanks(begin) : -1;
    const sign = /[|>][-+0-9]*(?=[ \t]*(?:[ \t]#.*)?$)/.exec(header)?.[0] ?? '';
    // Empty lines below a text are part of it where it says so, or where they are deeper than it is.
    let end = last;
    for (let line = last + 1; line < this.columns.length && own >= 0; line++) {
      const rest = this.text.slice(this.start(line), lineEnd(this.text, this.start(line)));
      if (/[^ \t]/.test(rest)) break;
      if (sign.includes('+') || rest.length > own) end = line;
    }
    for (let line = first + 1; line <= end; line++) this.claims[line] = 2;
    if (own < 0 || this.kept.any(first, end)) return;
    const by = /\d/.test(sign) ? holder.to - holder.from : least - own;
    if (by === 0) return;
    for (let line = first + 1; line <= end; line++) {
      const column = blanks(line);
      const to = empty(line) && column <= own ? 0 : Math.max(0, column + by);
      const edit = minimal(this.text, this.start(line), this.start(line) + column, ' '.repeat(to));
      if (edit) this.edits.push(edit);
    }
  }

  /** One style for what stands in brackets and braces: `[a, b]` and `{ a: b }`; line breaks stay where they are. */
  private flow(at: At, shape: Shape | undefined): void {
    const { text } = this;
    const end = at.start + at.node.length;
    const braces = text[at.start] === '{' && text[end - 1] === '}';
    const brackets = text[at.start] === '[' && text[end - 1] === ']';
    const inner = braces ? ' ' : '';
    let done = at.start + 1;
    let empty = false;
    const gap = (to: number, between: string, last = false) => {
      const source = text.slice(done, to);
      // Of `1,200` a rule asks what is meant; with a blank nobody would.
      if (source === ',' && /\d,\d/.test(text.slice(done - 1, to + 1))) return;
      const [blanks = '', comma = ''] = /^[ \t]*(?:(,)[ \t]*)?$/.exec(source) ?? [];
      if (blanks === source && source.length === to - done && !empty)
        this.space(done, to, last ? comma + between : comma ? ', ' : between);
    };
    const part = (value: At, start: number, to: number, own: Shape | undefined, pair?: PairAt) => {
      if (braces || brackets) gap(start, done === at.start + 1 ? inner : '');
      if (pair) this.behindKey(pair);
      if (value.node.kind === 'scalar') this.day(value as At<Scalar>, own);
      else if (isMap(value) || isList(value)) this.flow(value, own);
      done = to;
      empty = value.node.length === 0;
    };
    for (const pair of pairsOf(at)) part(pair.value, pair.key.start, pair.span.end, shape?.key(pair.name), pair);
    for (const item of itemsOf(at)) part(item, item.start, item.start + item.node.length, shape?.items);
    if ((braces || brackets) && !empty) gap(end - 1, done > at.start + 1 ? inner : '', true);
  }

  /** Further lines of what stands in brackets: one step deeper for each line with open brackets. */
  private flowLines(at: At, base: number): void {
    const first = this.lineAt(at.start);
    const last = this.lastLine(at);
    if (first === last) return;
    const signs: { at: number; open: boolean }[] = [];
    const texts: At<Scalar>[] = [];
    const collect = (part: At) => {
      const end = part.start + part.node.length;
      if (part.node.kind === 'scalar') texts.push(part as At<Scalar>);
      const closed = /[[{]/.test(this.text[part.start] ?? '');
      if (part.node.kind === 'scalar' || part.node.kind === 'broken') return;
      if (closed) signs.push({ at: part.start, open: true });
      for (const { value } of pairsOf(part)) collect(value);
      for (const item of itemsOf(part)) collect(item);
      if (closed) signs.push({ at: end - 1, open: false });
    };
    collect(at);
    for (const { start, node } of texts) {
      const to = this.lineAt(Math.max(start, start + node.length - 1));
      for (let line = this.lineAt(start); line < to; line++) this.claims[line] = 2;
    }
    if (this.kept.any(first, last)) return;
    const open: number[] = [];
    let next = 0;
    const pass = (until: number) => {
      for (; next < signs.length && (signs[next] as { at: number }).at < until; next++) {
        const sign = signs[next] as { at: number; open: boolean };
        if (sign.open) open.push(this.lineAt(sign.at));
        else open.pop();
      }
    };
    for (let line = first + 1; line <= last; line++) {
      const end = lineEnd(this.text, this.start(line));
      let begin = this.start(line);
      while (begin < end && isBlank(this.text.charCodeAt(begin))) begin++;
      pass(begin);
      if (begin === end) continue;
      for (let sign = signs[next]; sign && !sign.open && sign.at === begin; sign = signs[next]) {
        pass(begin + 1);
        begin++;
        while (isBlank(this.text.charCodeAt(begin))) begin++;
      }
      this.columns[line] = base + this.step * new Set(open).size;
    }
  }

  /** What stands in no part of the tree was not read; it stays, with the comments and empty lines right below. */
  private keepStrays(): void {
    let keeping = false;
    for (let line = 0; line < this.columns.length; line++) {
      const blank = (this.lines.indents[line] as number) < 0 && !this.claims[line];
      if (blank ? keeping : !this.claims[line]) {
        if (!this.kept.has(line)) this.keep(line, line);
      }
      if (!blank) keeping = this.kept.has(line) || !this.claims[line];
    }
  }

  private indent(line: number): void {
    const column = this.columns[line] as number;
    if (column < 0 || this.kept.has(line)) return;
    const start = this.start(line);
    let at = start;
    const content = (this.lines.indents[line] as number) >= 0 ? contentStart(this.lines, line) : -1;
    if (content >= 0) at = content;
    else while (isBlank(this.text.charCodeAt(at))) at++;
    const edit = minimal(this.text, start, at, ' '.repeat(column));
    if (edit) this.edits.push(edit);
  }
}
