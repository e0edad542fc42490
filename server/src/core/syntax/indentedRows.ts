/** The lines of a text that begin an item or a pair, as indentation repair looks at them. Offsets are those of the text. */
import { almostKeyAt, bulletAt, isFormatKey, keyAt, keyName } from './keyPattern.ts';
import { contentStart, type Lines } from './lines.ts';

/** A line that begins an item or a pair. */
export interface Row {
  readonly line: number;
  /** Offset and column of its hyphen or key. */
  readonly at: number;
  column: number;
  readonly dash: boolean;
  /** How far after the hyphen its content begins. */
  readonly width: number;
  readonly key?: string;
  /** Length of the key as written, or 1. */
  readonly length: number;
  /** Nothing stands after its colon or hyphen. */
  readonly bare: boolean;
}

/** The closing quote of a text that begins with one. */
const closed = /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/;

/** How many brackets more are opened than closed. */
function open(text: string): number {
  let count = 0;
  for (const [part, close] of text.matchAll(/"(?:[^"\\\n]|\\.)*("?)|(?<=[[{,:\s])'(?:[^'\n]|'')*'|[[\]{}]/g)) {
    // Where one double quotation mark is not closed, none behind it on the line is.
    if (close === '') count += open(part.replaceAll('"', 'x'));
    else if (/^[[{]/.test(part)) count++;
    else if (/^[\]}]/.test(part)) count--;
  }
  return count;
}

/** How long the hyphen of an item is, or what was meant as one, with the blanks after it; 0 where there is none. */
function itemSignLength(text: string, at: number, source: string): number {
  const proper = /^-(?:[ \t\u00a0\u3000]+|$)/.exec(source)?.[0].length;
  if (proper) return proper;
  const sign = bulletAt(text, at);
  if (sign) return sign + (/^[ \t\u00a0\u3000]*/.exec(source.slice(sign))?.[0].length ?? 0);
  const key = source[0] === '-' && (keyAt(text, at + 1) ?? almostKey(text, at + 1));
  return key && isFormatKey(key.source) ? 1 : 0;
}

/** A key of the format whose colon is not written as it must be. */
function almostKey(text: string, at: number): { source: string; after: number } | undefined {
  const almost = almostKeyAt(text, at, false);
  return almost && { source: almost.source, after: almost.at + almost.length };
}

/** A line of a text over several lines that stands too far left, and the column of the others. */
export interface Loose {
  readonly line: number;
  readonly to: number;
}

/** The rows of a text; lines that only continue a value are none, `loose` those of them that stand too far left. */
export function rowsOf(lines: Lines, loose: Loose[]): Row[] {
  const { text, starts, indents } = lines;
  const rows: Row[] = [];
  /** The column of the first line below another that is deeper than a column; two more than that where there is none. */
  const columnBelow = (line: number, column: number): number => {
    const found = indents.slice(line, line + 20).find((other) => other > column);
    return found ?? column + 2;
  };
  /** A value over several lines: those deeper than `column` belong to it, until it ends. */
  let within: { column: number; text?: number; ends: (line: string) => boolean } | undefined;
  for (let line = 0; line < starts.length; line++) {
    const column = indents[line] as number;
    if (column < 0) continue;
    const at = contentStart(lines, line);
    const stop = text.indexOf('\n', at);
    const source = text.slice(at, stop < 0 ? text.length : stop).trimEnd();
    if (within && column > within.column) {
      if (within.ends(source)) within = undefined;
      continue;
    }
    if (
      within?.text !== undefined &&
      !itemSignLength(text, at, source) &&
      !keyAt(text, at) &&
      !almostKeyAt(text, at, true)
    ) {
      loose.push({ line, to: within.text });
      continue;
    }
    within = undefined;
    const dash = itemSignLength(text, at, source);
    const key = keyAt(text, at + dash) ?? almostKey(text, at + dash);
    if (!dash && !key) continue;
    const value = (key ? text.slice(key.after, at + source.length) : source.slice(dash)).trimStart();
    rows.push({
      line,
      at,
      column,
      dash: dash > 0,
      width: dash,
      ...(key && { key: keyName(key.source) }),
      length: dash || !key ? 1 : key.source.length,
      bare: value === '' || value.startsWith('#'),
    });
    const holder = key ? column + dash : column;
    if (/^[|>]/.test(value)) within = { column: holder, text: columnBelow(line + 1, holder), ends: () => false };
    else if (/^[[{]/.test(value)) {
      let left = open(value);
      if (left > 0) {
        const ends = (next: string) => {
          left += open(next);
          return left <= 0;
        };
        within = { column, ends };
      }
    } else if (/^["']/.test(value) && !closed.test(value)) {
      const quote = value[0] as string;
      within = { column, ends: (next) => next.includes(quote) };
    }
  }
  return rows;
}
