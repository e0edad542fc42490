/** Names in a range. */

import type { Occurrence } from '../core/model/references.ts';
import { binarySearch } from '../core/text/binarySearch.ts';
import type { Span } from '../core/text/span.ts';

/** The names (sorted by offset) that touch a span. */
export function namesWithin(names: readonly Occurrence[], { start, end }: Span): readonly Occurrence[] {
  return names.slice(
    binarySearch(names, (name) => name.end >= start),
    binarySearch(names, (name) => name.start > end),
  );
}
