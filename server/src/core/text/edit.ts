/** Changes of a text. */
import type { Span } from './span.ts';

/** Replaces the text of a span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text after a set of edits; of two at one place the one listed first comes first. Throws where they overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  for (const { edit } of sorted) {
    if (edit.span.start < done) throw new RangeError('edits overlap');
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
