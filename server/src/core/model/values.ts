/** Iterates over values with their shapes. */

import type { Step } from '../schema/path.ts';
import type { Shape } from '../schema/schema.ts';
import { type At, isMap, itemsOf, pairsOf } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/** A value, its path and the shape of its place. */
export interface Placed {
  readonly at: At;
  readonly shape: Shape;
  readonly path: readonly Step[];
}

/** Every value whose place the format knows, in the order of the text. */
export function* valuesOf({ root, format }: Reading): Iterable<Placed> {
  if (root) yield* valuesUnder(root, format.shape, []);
}

function* valuesUnder(at: At, shape: Shape, path: readonly Step[]): Iterable<Placed> {
  yield { at, shape, path };
  if (isMap(at)) {
    for (const pair of pairsOf(at)) {
      const inner = shape.key(pair.name);
      if (inner) yield* valuesUnder(pair.value, inner, [...path, pair.name]);
    }
  } else if (shape.items) {
    for (const [index, item] of itemsOf(at).entries()) yield* valuesUnder(item, shape.items, [...path, index]);
  }
}
