/** A key that is not there because it is misspelt. */

import { keyTitled, type Shape } from '../schema/schema.ts';
import { type At, derived, type Mapping } from '../syntax/tree.ts';
import { nearest } from '../text/spelling.ts';

/** The keys of a map that its shape does not have; keys of one's own are none. Nearly always there are none. */
const strangers = derived(
  (map: Mapping) => map,
  (map, shape: Shape): readonly string[] =>
    map.pairs.flatMap(({ name }) => (shape.key(name) || (shape.extensible && name.startsWith('x-')) ? [] : [name])),
);

/** Whether a map of this shape has, instead of `key`, an unknown one that is probably meant to be it. */
export function misspelt({ node }: At, key: string, shape: Shape | undefined): boolean {
  if (node.kind !== 'map' || !shape) return false;
  return strangers(node, shape).some((name) => nearest(name, [key]).length > 0 || keyTitled(shape, name) === key);
}
