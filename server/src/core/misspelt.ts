/** A key that is not there because it is misspelt. */
import { nearest } from './nearest.ts';
import { keyTitled, type Shape } from './schema.ts';
import type { At } from './tree.ts';

/** Whether a map of this shape has, instead of `key`, an unknown one that is probably meant to be it; keys of one's own are not. */
export function misspelt({ node }: At, key: string, shape: Shape | undefined): boolean {
  if (node.kind !== 'map' || !shape) return false;
  return node.pairs.some(
    ({ name }) =>
      !shape.keys.includes(name) &&
      !(shape.extensible && name.startsWith('x-')) &&
      (nearest(name, [key]).length > 0 || keyTitled(shape, name) === key),
  );
}
