/** The names in a part of the text. */
import type { Occurrence } from '../core/occurrences.ts';
import type { Span } from '../core/tree.ts';

/** Of names in the order of the text, those that touch a span. */
export function* namesWithin(names: readonly Occurrence[], { start, end }: Span): Iterable<Occurrence> {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as Occurrence).span.end < start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < names.length; index++) {
    const name = names[index] as Occurrence;
    if (name.span.start > end) return;
    yield name;
  }
}
