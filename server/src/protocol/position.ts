/** Positions and ranges, as LSP counts them (lines, and UTF-16 code units in a line). */

/** A position in a document, as LSP counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Lines and characters as LSP counts them. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
