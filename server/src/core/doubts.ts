/** The doubts of a plan, together with what the format says of their places. */
import type { Doubt } from './fault.ts';
import type { Reading } from './reading.ts';
import type { Shape } from './schema.ts';
import { type Span, type Spot, spanOf, spotAt } from './tree.ts';

export interface DoubtAt {
  readonly doubt: Doubt;
  readonly span: Span;
  /** The value that it is about, as written. */
  readonly value: string;
  readonly spot: Spot;
  readonly shape: Shape;
}

/** Whether a place takes a text in the author's own words. */
export function takesText(shape: Shape): boolean {
  const plain = shape.enum === undefined && shape.refs.length === 0 && !shape.date && !shape.id;
  const { types } = shape;
  return plain && types.includes('string') && !types.includes('array') && !types.includes('object');
}

/** Whether a place takes a list, and a text that stands there can only be one of its items. */
export function takesItems({ items, types, also, enum: words = [] }: Shape, text: string): boolean {
  if (!items?.types.includes('string')) return false;
  const single = [...also, ...words];
  return !types.includes('string') || (single.length > 0 && !single.includes(text));
}

/** The doubts of one kind that stand where the format knows what belongs there. */
export function* doubtsIn(plan: Reading, kind: Doubt['kind']): Iterable<DoubtAt> {
  for (const doubt of plan.doubts) {
    if (doubt.kind !== kind) continue;
    const spot = spotAt(plan.root, doubt.value);
    const shape = spot?.on === 'value' && spot.value.start === doubt.value ? plan.format.shapeAt(spot.path) : undefined;
    if (!spot || !shape) continue;
    const { start, end } = spanOf(spot.value);
    yield { doubt, span: { start: doubt.start, end: doubt.end }, value: plan.text.slice(start, end), spot, shape };
  }
}
