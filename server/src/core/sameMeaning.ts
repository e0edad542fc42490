/** Whether two texts mean the same, however they are written. */
import { readings } from './dateForms.ts';
import type { Reading } from './reading.ts';
import type { Node, Scalar } from './tree.ts';

/** The day that a date in another form means is the same day. */
function sameValue(before: Scalar, after: Scalar): boolean {
  if (before.value === after.value) return true;
  const [day, ...others] = typeof after.value === 'string' ? readings(String(before.value)) : [];
  return others.length === 0 && day === after.value;
}

function sameNode(before: Node, after: Node): boolean {
  if (before === after) return true;
  if (before.kind === 'scalar' && after.kind === 'scalar') return sameValue(before, after);
  if (before.kind === 'list' && after.kind === 'list')
    return (
      before.items.length === after.items.length &&
      before.items.every(({ node }, index) => sameNode(node, after.items[index]?.node as Node))
    );
  if (before.kind === 'map' && after.kind === 'map')
    return (
      before.pairs.length === after.pairs.length &&
      before.pairs.every(({ name, value }, index) => {
        const other = after.pairs[index];
        return name === other?.name && sameNode(value, other.value);
      })
    );
  return before.kind === 'broken' && after.kind === 'broken';
}

/** Whether what a text says is the same after a change, key by key in the same order, and it can be read no worse. */
export function sameMeaning(before: Reading, after: Reading): boolean {
  if (after.faults.length > before.faults.length) return false;
  if (!before.root || !after.root) return before.root === after.root;
  return sameNode(before.root.node, after.root.node);
}
