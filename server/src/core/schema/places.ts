/** What a place takes, as the format has it. */
import type { Shape } from './schema.ts';

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
