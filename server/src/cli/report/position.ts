/** Offsets as lines and columns, for people and for JSON. */

import { binarySearch } from '../../core/text/binarySearch.ts';
import { lineStarts } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Its end is the position after the last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A function that turns offsets of a text into positions. */
export function positions(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    const line = binarySearch(starts, (start) => start > offset);
    return { line, column: offset - (starts[line - 1] as number) + 1 };
  };
}

/** A function that turns spans of a text into ranges. */
export function ranges(text: string): (span: Span) => Range {
  const at = positions(text);
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}
