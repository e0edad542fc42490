/** The lines around a place in a text, and the parts of each, in block style: no more is read than is asked for. */
import { lineEnd, lineStart } from '../text/lines.ts';
import { keyAt, keyName } from './keyPattern.ts';

/** A line, by its offsets in the text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Column of the first character that is not a space; -1 for a line without content. */
  readonly indent: number;
}

/** The parts of a line in block style: its dashes, and the key or text after them. */
export interface LineParts {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key: string | undefined;
  /** Of the key as written. */
  readonly keyLength: number;
  /** What follows the colon (or stands instead of a key), without a comment. */
  readonly rest: string;
  /** Offset in the line after the colon. */
  readonly after: number;
}

/** The parts of a line; offsets count from its start. */
export function partsOf(line: string): LineParts {
  let column = line.length - line.trimStart().length;
  const dashes: number[] = [];
  while (line[column] === '-' && (column + 1 >= line.length || /\s/.test(line[column + 1] ?? ''))) {
    dashes.push(column);
    column++;
    while (line[column] === ' ' || line[column] === '\t') column++;
  }
  const found = keyAt(line, column);
  const after = found?.after ?? column;
  return {
    dashes,
    column,
    key: found && keyName(found.source),
    keyLength: found?.source.length ?? 0,
    rest: withoutLineComment(line.slice(after)).trim(),
    after,
  };
}

/** A line's text without the comment at its end; quotes are respected. */
export function withoutLineComment(text: string): string {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /^[\s[{,:]?$/.test(text[i - 1] ?? '')) quote = c;
    else if (c === '#' && /^\s?$/.test(text[i - 1] ?? '')) return text.slice(0, i);
  }
  return text;
}

/** The first lines that are looked for above another stand within so many characters. */
const nearby = 1000;

const patterns = new Map<number, RegExp>();

/** A line with content that does not stand deeper than a column, from the break before it. The same pattern again: that is quicker. */
function notDeeper(column: number): RegExp {
  let pattern = patterns.get(column);
  if (!pattern) {
    pattern = new RegExp(`\\n {0,${column === Number.POSITIVE_INFINITY ? '' : column}}[^ \\r\\n]`, 'g');
    patterns.set(column, pattern);
  }
  return pattern;
}

/** The lines of a text, found by their offsets. */
export class LinesAround {
  constructor(readonly text: string) {}

  lineAt(start: number): Line {
    const end = lineEnd(this.text, start);
    let at = start;
    while (at < end && this.text.charAt(at) === ' ') at++;
    const blank = at === end || this.text.charAt(at) === '#' || this.text.slice(at, end).trim() === '';
    return { start, end, indent: blank ? -1 : at - start };
  }

  /**
   * The lines with content above an offset, the nearest first; those that stand deeper than `most.column`, which may
   * become less on the way, are passed over. In parts, because to look forward is many times faster than backward.
   */
  *above(offset: number, most = { column: Number.POSITIVE_INFINITY }): Iterable<Line> {
    let end = lineStart(this.text, offset);
    for (let size = nearby; end > 0 && most.column >= 0; size *= 2) {
      const from = lineStart(this.text, end - size);
      const part = from > 0 ? this.text.slice(from - 1, end - 1) : `\n${this.text.slice(0, end - 1)}`;
      const starts = [...part.matchAll(notDeeper(most.column))].map(({ index }) => from + index);
      for (const start of starts.reverse()) {
        const line = this.lineAt(start);
        if (line.indent >= 0 && line.indent <= most.column) yield line;
      }
      end = from;
    }
  }

  *below(offset: number): Iterable<Line> {
    for (let end = this.text.indexOf('\n', offset); end >= 0; end = this.text.indexOf('\n', end + 1)) {
      const line = this.lineAt(end + 1);
      if (line.indent >= 0) yield line;
    }
  }

  source(line: Line): string {
    return this.text.slice(line.start, line.end);
  }
}
