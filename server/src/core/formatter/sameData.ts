/** Deep equality of two trees as data, ignoring style. */

import type { Node, Scalar } from '../syntax/tree.ts';
import { readings } from '../text/dateFormats.ts';

/** Dates are equal if they mean the same day: `1 March 2027` and `2027-03-01`. */
function sameValue(before: Scalar, after: Scalar): boolean {
  if (before.value === after.value) return true;
  const [day, ...others] = typeof after.value === 'string' ? readings(String(before.value)) : [];
  return others.length === 0 && day === after.value;
}

/** Whether two parts say the same, key by key in the same order. */
export function sameData(before: Node | undefined, after: Node | undefined): boolean {
  if (before === after) return true;
  if (!before || !after) return false;
  if (before.kind === 'scalar' && after.kind === 'scalar') return sameValue(before, after);
  if (before.kind === 'list' && after.kind === 'list')
    return (
      before.items.length === after.items.length &&
      before.items.every(({ node }, index) => sameData(node, after.items[index]?.node))
    );
  if (before.kind === 'map' && after.kind === 'map')
    return (
      before.pairs.length === after.pairs.length &&
      before.pairs.every(({ name, value }, index) => {
        const other = after.pairs[index];
        return name === other?.name && sameData(value, other.value);
      })
    );
  return before.kind === 'broken' && after.kind === 'broken';
}
