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

/** The part of a replacement that differs from what stands there; undefined where nothing does. `abc` → `axc`: `b` → `x`. */
export function minimal(text: string, start: number, end: number, replacement: string): Edit | undefined {
  let from = start;
  let to = end;
  let [first, last] = [0, replacement.length];
  while (from < to && first < last && text.charCodeAt(from) === replacement.charCodeAt(first)) {
    from++;
    first++;
  }
  while (from < to && first < last && text.charCodeAt(to - 1) === replacement.charCodeAt(last - 1)) {
    to--;
    last--;
  }
  return from === to && first === last
    ? undefined
    : { span: { start: from, end: to }, text: replacement.slice(first, last) };
}
