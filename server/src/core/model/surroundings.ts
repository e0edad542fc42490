/** Classifies offsets: in the structure of a document, or inside of a text, where `#` begins no comment and a line break is content. */

import { type At, itemsOf, pairsOf, spanOf } from '../syntax/tree.ts';
import { binarySearch } from '../text/binarySearch.ts';
import { lineEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Reading } from './reading.ts';

/** What surrounds a place: the structure of the plan, a text (or a key), or something that could not be read. */
export type Surroundings = 'structure' | 'text' | 'unread';

/** The surroundings of each offset, in one walk that descends only where an offset lies. `offsets` must ascend. */
export function surroundings(plan: Reading, offsets: readonly number[]): Surroundings[] {
  const found: Surroundings[] = offsets.map(() => 'structure');
  const inside = ({ start, end }: Span) => ({
    from: binarySearch(offsets, (offset) => offset > start),
    to: binarySearch(offsets, (offset) => offset >= end),
  });
  const mark = (span: Span, as: Surroundings) => {
    const { from, to } = inside(span);
    found.fill(as, from, Math.max(from, to));
  };
  const visit = (at: At) => {
    const span = spanOf(at);
    const { from, to } = inside(span);
    if (from >= to) return;
    const { node } = at;
    if (node.kind === 'broken') mark(span, 'unread');
    else if (node.kind === 'scalar') {
      // Behind the `|` or `>` of a text in lines of its own a comment may stand.
      mark(node.style === 'block' ? { ...span, start: lineEnd(plan.text, span.start) } : span, 'text');
    } else {
      for (const item of itemsOf(at)) visit(item);
      for (const pair of pairsOf(at)) {
        mark(pair.key, 'text');
        visit(pair.value);
      }
    }
  };
  if (plan.root && offsets.length) visit(plan.root);
  return found;
}
