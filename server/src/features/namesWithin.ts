/** The names in a part of the text. */
import { bisect } from '../core/bisect.ts';
import type { Occurrence } from '../core/occurrences.ts';
import type { Span } from '../core/tree.ts';

/** Of names in the order of the text, those that touch a span. */
export function namesWithin(names: readonly Occurrence[], { start, end }: Span): readonly Occurrence[] {
  return names.slice(
    bisect(names, (name) => name.end >= start),
    bisect(names, (name) => name.start > end),
  );
}
