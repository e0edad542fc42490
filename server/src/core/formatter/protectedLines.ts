/** Protected lines: those with syntax errors and those outside the requested range, which formatting leaves byte for byte. */

import type { Reading } from '../model/reading.ts';
import { conflictsOf, type Lines } from '../syntax/lines.ts';
import { type Fault, readAsMeant } from '../syntax/syntaxError.ts';
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

/** A fault that formatting takes away: lines that are indented with other signs than spaces, and certain to be meant so. */
export function mendable({ reason, mend, unsure }: Fault): boolean {
  return reason === 'odd-indentation' && mend !== undefined && !unsure;
}

/** The lines on which something is not as it must be, and the comments and empty lines below them. */
export function unsound({ text, faults }: Reading, lines: Lines): ProtectedLines {
  const kept = new ProtectedLines(lines);
  for (const fault of faults) {
    if (mendable(fault)) continue;
    kept.addSpan(fault);
    if (fault.first && !readAsMeant(fault)) kept.addSpan(fault.first);
    for (const mend of fault.mend ?? []) kept.addSpan(mend);
    if (fault.reason === 'second-document') kept.addSpan({ start: fault.start, end: text.length });
  }
  if (faults.some(({ reason }) => reason === 'merge-conflict'))
    for (const conflict of conflictsOf(text)) kept.addSpan(conflict);
  return kept;
}
