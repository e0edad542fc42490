/** The errors of reading by their places, for whoever finds that what some are about was meant as something else. */
import { binarySearch } from '../text/binarySearch.ts';
import type { ParseError } from './parseError.ts';

/** Nothing is sorted before it is asked for. What is added to `errors` later is not among them. */
export class ReadErrors {
  private sorted: readonly ParseError[] | undefined;
  /** Those about marks of YAML, by where these end. */
  private marks: ReadonlyMap<number, ParseError> | undefined;
  private readonly dropped = new Set<ParseError>();

  constructor(private readonly errors: ParseError[]) {}

  /** Those that start in a part, both ends included, without what was dropped. */
  within(start: number, end: number): ParseError[] {
    this.sorted ??= [...this.errors].sort((a, b) => a.start - b.start);
    const from = binarySearch(this.sorted, (error) => error.start >= start);
    const to = binarySearch(this.sorted, (error) => error.start > end);
    return this.sorted.slice(from, to).filter((error) => !this.dropped.has(error));
  }

  /** The mark of YAML (`&word`) that ends where something begins. */
  markBefore(start: number): ParseError | undefined {
    this.marks ??= new Map(
      this.errors.flatMap((error) => (error.kind === 'mark' ? [[error.repair?.[0]?.end ?? -1, error]] : [])),
    );
    return this.marks.get(start);
  }

  drop(errors: readonly ParseError[]): void {
    for (const error of errors) this.dropped.add(error);
  }

  /** Takes what was dropped out of the errors. */
  settle(): void {
    if (this.dropped.size === 0) return;
    const kept = this.errors.filter((error) => !this.dropped.has(error));
    this.errors.length = 0;
    for (const error of kept) this.errors.push(error);
  }
}
