/** Offsets as lines and columns, for people and for JSON. */

import { binarySearch } from '../../core/text/binarySearch.ts';
import { lineStarts } from '../../core/text/lines.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A function that turns offsets of a text into positions. */
export function positions(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    const line = binarySearch(starts, (start) => start > offset);
    return { line, column: offset - (starts[line - 1] as number) + 1 };
  };
}
