/** Rows that were pasted from a spreadsheet or a document. */
import type { Span } from '../text/span.ts';
import type { Holder, Holders } from './holders.ts';
import { keyAt } from './keyPattern.ts';
import { contentStart, type Lines } from './lines.ts';

/** Rows that were pasted from a table: the cells of each, and where the whole stands. */
export interface Table extends Span {
  readonly rows: readonly (readonly string[])[];
  /** What the rows may belong to, the innermost first. */
  readonly holders: readonly Holder[];
}

/** A cell in quotes, as spreadsheets copy it: with line breaks in it, and quotes that are doubled. */
const quotedCell = /"((?:[^"]|"")*)"[ ]*(?=[\t\r\n]|$)/y;
/** A cell of a spreadsheet goes on over no more lines than these. */
const longestCell = 30;

interface Row {
  readonly cells: readonly string[];
  /** Where it ends, its line break not included. */
  readonly end: number;
}

/** The cells between tabs from an offset on, which may go on over several lines. */
function cellsBetweenTabs(text: string, start: number): Row {
  const cells: string[] = [];
  for (let at = start; ; ) {
    quotedCell.lastIndex = at;
    const quoted = text[at] === '"' ? quotedCell.exec(text) : null;
    if (quoted && quoted[0].split('\n').length <= longestCell) {
      cells.push((quoted[1] as string).replaceAll('""', '"'));
      at = quotedCell.lastIndex;
    } else {
      let end = at;
      while (end < text.length && !/[\t\n]/.test(text[end] as string)) end++;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] !== '\t') {
      const end = text.indexOf('\n', at);
      return { cells, end: end < 0 ? text.length : end };
    }
    at++;
  }
}

/** The cells between bars, which may be written with a backslash in a cell. */
function cellsBetweenBars(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n'));
}

/** The row on a line, from an offset on; undefined where there is none. `within`: below another row. */
function rowAt(text: string, end: number, from: number, within: boolean): Row | undefined {
  const line = text.slice(from, end).trim();
  if (/^\|.*\|$/.test(line)) return { cells: cellsBetweenBars(line), end };
  if (line === '' || line.startsWith('#')) return undefined;
  if (within ? text.slice(from, end).includes('\t') : /\S\t+\S/.test(line)) return cellsBetweenTabs(text, from);
  if (/^[^|\s#"'[{-][^|]* \| \S/.test(line) || (within && /^:?-+:?(?: ?\| ?:?-+:?)+$/.test(line)))
    return { cells: cellsBetweenBars(line), end };
  return undefined;
}

const quick = /\S\t+\S|^[ \t]*\|.*\|[ \t\r]*$|\S \| \S/m;

/** Whether the lines below a line are a text that begins with `|` or `>`: there every row is part of the text. */
function opensText({ text, starts }: Lines, line: number): boolean {
  return /[:-][ \t]+[|>][-+0-9]*[ \t]*(#.*)?\r?\n?$/.test(text.slice(starts[line], starts[line + 1]));
}

/** The line between the head of a table and its rows. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell));
}

/**
 * The tables in a text: two or more lines in a row that have cells and no key. Without `holders` also those that are none
 * where they stand.
 */
export function tablesOf(lines: Lines, holders?: () => Holders): Table[] {
  const { text, starts, indents } = lines;
  if (!quick.test(text)) return [];
  const tables: Table[] = [];
  let rows: Row[] = [];
  let bars = false;
  let ruled = false;
  let first = 0;
  let holder = -1;
  /** The lines above that stand further left than each below them, outermost first. */
  const above: number[] = [];
  const close = () => {
    const own = rows.filter(({ cells }) => !isRule(cells));
    if (own.length > 1 && (holder < 0 || !opensText(lines, holder))) {
      const start = contentStart(lines, first);
      let end = (rows.at(-1) as Row).end;
      while (/[\r\n]/.test(text[end - 1] ?? '')) end--;
      const held = holders?.().open(first) ?? [];
      const takes = held[0]?.shape.types ?? ['string'];
      // Bars may stand in a text.
      if (!(holders && bars && !ruled && takes.includes('string') && !takes.includes('array')))
        tables.push({ start, end, rows: own.map(({ cells }) => cells.map((cell) => cell.trim())), holders: held });
    }
    rows = [];
    bars = false;
    ruled = false;
  };
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line] as number;
    const column = indents[line] as number;
    if (column < 0 && rows.length === 0) continue;
    const end = starts[line + 1] === undefined ? text.length : (starts[line + 1] as number) - 1;
    const at = contentStart(lines, line);
    // An empty cell at the start of a row is no indentation.
    const from = rows.length && (indents[first] as number) === 0 ? start : at;
    let row =
      column >= 0 && (!keyAt(text, at) || rows.length > 0) ? rowAt(text, end, from, rows.length > 0) : undefined;
    if (row && keyAt(text, at) && row.cells.length !== rows[0]?.cells.length) row = undefined;
    if (!row && rows.length && text[from] === '"') {
      const over = cellsBetweenTabs(text, from);
      if (over.cells.length > 1) row = over;
    }
    if (column >= 0) {
      while (above.length && (indents[above.at(-1) as number] as number) >= column) above.pop();
    }
    if (row) {
      if (rows.length === 0) {
        first = line;
        holder = above.at(-1) ?? -1;
      }
      bars ||= !text.slice(at, row.end).includes('\t') && text[at] !== '|';
      ruled ||= isRule(row.cells);
      rows.push(row);
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= row.end) line++;
    } else if (rows.length) close();
    if (column >= 0) above.push(line);
  }
  close();
  return tables;
}
