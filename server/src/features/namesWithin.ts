/** The names in a part of the text. */
import { bisect } from '../core/bisect.ts';
import type { Occurrence } from '../core/occurrences.ts';
import type { Span } from '../core/tree.ts';

/** Of names in the order of the text, those that touch a span. */
export function* namesWithin(names: readonly Occurrence[], { start, end }: Span): Iterable<Occurrence> {
  for (let index = bisect(names, ({ span }) => span.end >= start); index < names.length; index++) {
    const name = names[index] as Occurrence;
    if (name.span.start > end) return;
    yield name;
  }
}
