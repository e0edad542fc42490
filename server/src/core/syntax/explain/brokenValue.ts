/** A value that the library could not read, as explanations look at it. Offsets are those of the text that holds it. */
import type { Span } from '../../text/span.ts';
import type { ErrorKind, ParseError, Repair } from '../parseError.ts';
import { inQuotes, withoutComment } from '../quoting.ts';
import type { Tabs } from '../tabWidth.ts';

/** An error with the text in `at` and, where it is clear what was meant, its repair. */
export function errorAt(kind: ErrorKind, { start, end }: Span, repair?: readonly Repair[]): ParseError {
  return { kind, start, end, ...(repair && { repair }) };
}

/** Edits that put a span in quotes. */
export function quotesAround(text: string, { start, end }: Span): Repair[] {
  return [{ start, end, text: inQuotes(text.slice(start, end)) }];
}

export class BrokenValue {
  readonly full: string;
  readonly lines: readonly string[];
  /** It stands on one line. */
  readonly single: boolean;
  /** The first line, without the comment at its end. */
  readonly body: string;
  /** Where `body` stands. */
  readonly bodySpan: Span;
  /** Where its first character stands. */
  readonly sign: Span;

  constructor(
    readonly text: string,
    readonly span: Span,
    /** The error that the library reports. */
    readonly error: ParseError,
    /** The tab width at the value. */
    readonly tabs: Tabs,
  ) {
    this.full = text.slice(span.start, span.end);
    this.lines = this.full.split(/\r?\n/);
    this.single = this.lines.length === 1;
    this.body = withoutComment(this.line);
    this.bodySpan = { start: span.start, end: span.start + this.body.length };
    this.sign = { start: span.start, end: span.start + 1 };
  }

  /** The first line. */
  get line(): string {
    return this.lines[0] as string;
  }

  /** Quotes around all of it; undefined where what stands on its further lines is hardly part of the text. */
  inQuotes(): Repair[] | undefined {
    const { single, body, lines, line, text } = this;
    if (single) return body === '' ? undefined : quotesAround(text, this.bodySpan);
    // Lines that continue the sentence: no keys, items or notes among them.
    const rest = lines.slice(1);
    if (rest.some((next) => /^\s*(?:[\w-]+:(?:\s|$)|-\s|#)|\s#/.test(next)) || /\s#/.test(line)) return undefined;
    return quotesAround(text, this.span);
  }
}

/** An explanation: why a value of some kind cannot be read; undefined where it is not its mistake. */
export type Explanation = (value: BrokenValue) => ParseError | undefined;
