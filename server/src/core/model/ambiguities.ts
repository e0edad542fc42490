/** Ambiguities of a document, each with the schema's shape of its place. */

import type { Shape } from '../schema/schema.ts';
import type { Ambiguity, PlacedAmbiguity } from '../syntax/parseError.ts';
import { type Spot, spanOf, spotAt } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Reading } from './reading.ts';

export interface AmbiguityAt {
  readonly ambiguity: Ambiguity;
  readonly span: Span;
  /** The value that it is about, as written. */
  readonly value: string;
  readonly spot: Spot;
  readonly shape: Shape;
}

/** Cache: the shape at an ambiguity, valid while its path object lives; null if the schema knows none. */
const shapes = new WeakMap<object, Shape | null>();

function shapeOf({ root, format }: Reading, { value, way }: PlacedAmbiguity): Shape | null {
  let shape = shapes.get(way);
  if (shape === undefined) {
    const spot = spotAt(root, value);
    shape = (spot?.on === 'value' && spot.value.start === value && format.shapeAt(spot.path)) || null;
    shapes.set(way, shape);
  }
  return shape;
}

/** Ambiguities of one kind at places that the schema knows, filtered by `concerns`. */
export function* ambiguitiesIn(
  plan: Reading,
  kind: Ambiguity['kind'],
  concerns: (shape: Shape) => boolean,
): Iterable<AmbiguityAt> {
  for (const ambiguity of plan.ambiguities) {
    if (ambiguity.kind !== kind) continue;
    const shape = shapeOf(plan, ambiguity);
    const spot = shape && concerns(shape) && spotAt(plan.root, ambiguity.value);
    if (!spot) continue;
    const { start, end } = spanOf(spot.value);
    yield {
      ambiguity,
      span: { start: ambiguity.start, end: ambiguity.end },
      value: plan.text.slice(start, end),
      spot,
      shape,
    };
  }
}
