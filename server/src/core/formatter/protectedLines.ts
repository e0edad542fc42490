/** Protected lines: those with syntax errors and those outside the requested range, which formatting leaves byte for byte. */

import type { Reading } from '../model/reading.ts';
import { conflictsOf, type Lines } from '../syntax/lines.ts';
import { isRecovered, type ParseError } from '../syntax/parseError.ts';
import { binarySearch } from '../text/binarySearch.ts';
import type { Span } from '../text/span.ts';

/** Binary search: index of the last of the sorted offsets that is at most `offset`; 0 if none is. */
export function lineAt({ starts }: Lines, offset: number): number {
  return Math.max(0, binarySearch(starts, (start) => start > offset) - 1);
}

/** Lines that may be left alone, line by line, and whether any of a run of them is. */
export class ProtectedLines {
  private readonly kept: Uint8Array;
  private sums: Int32Array | undefined;

  constructor(private readonly lines: Lines) {
    this.kept = new Uint8Array(lines.starts.length);
  }

  has(line: number): boolean {
    return this.kept[line] === 1;
  }

  /** Adds a run of lines, the last one included. */
  add(first: number, last: number): void {
    this.kept.fill(1, Math.max(0, first), last + 1);
    this.sums = undefined;
  }

  addSpan({ start, end }: Span): void {
    this.add(lineAt(this.lines, start), lineAt(this.lines, Math.max(start, end - 1)));
  }

  /** Whether any line of a span is kept. */
  anySpan({ start, end }: Span): boolean {
    return this.any(lineAt(this.lines, start), lineAt(this.lines, Math.max(start, end - 1)));
  }

  /** Whether any line of a run is kept, the last one included. */
  any(first: number, last: number): boolean {
    if (!this.sums) {
      this.sums = new Int32Array(this.kept.length + 1);
      for (let line = 0; line < this.kept.length; line++)
        this.sums[line + 1] = (this.sums[line] as number) + (this.kept[line] as number);
    }
    return (this.sums[Math.min(last, this.kept.length - 1) + 1] as number) > (this.sums[Math.max(0, first)] as number);
  }
}

/** An error that formatting takes away: lines that are indented with other signs than spaces, and certain to be meant so. */
export function repairable({ kind, repair, unsure }: ParseError): boolean {
  return kind === 'odd-indentation' && repair !== undefined && !unsure;
}

/** The lines on which something is not as it must be, and the comments and empty lines below them. */
export function unsound({ text, errors }: Reading, lines: Lines): ProtectedLines {
  const kept = new ProtectedLines(lines);
  for (const error of errors) {
    if (repairable(error)) continue;
    kept.addSpan(error);
    if (error.first && !isRecovered(error)) kept.addSpan(error.first);
    for (const repair of error.repair ?? []) kept.addSpan(repair);
    if (error.kind === 'second-document') kept.addSpan({ start: error.start, end: text.length });
  }
  if (errors.some(({ kind }) => kind === 'merge-conflict'))
    for (const conflict of conflictsOf(text)) kept.addSpan(conflict);
  return kept;
}
