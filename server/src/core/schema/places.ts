/** What a place takes, as the format has it. */
import { isDay } from '../text/day.ts';
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

/** Whether a value is right at a place, as JSON has it. Of keys only the kind is judged: each has a place of its own. */
export function accepts(shape: Shape, value: unknown): boolean {
  const { types } = shape;
  if (shape.const !== undefined) return value === shape.const;
  if (shape.enum && (value === null || typeof value !== 'object'))
    return typeof value === 'string' && shape.enum.includes(value);
  if (types.length === 0) return shape.enum === undefined;
  if (value === null) return types.includes('null');
  if (Array.isArray(value)) {
    const { items } = shape;
    return types.includes('array') && value.every((item) => !items || accepts(items, item));
  }
  if (typeof value === 'number')
    return (
      Number.isFinite(value) && (types.includes('number') || (types.includes('integer') && Number.isInteger(value)))
    );
  if (typeof value === 'boolean') return types.includes('boolean');
  if (typeof value !== 'string') return types.includes('object');
  if (!types.includes('string') || value.trim() === '') return false;
  if (shape.date) return isDay(value);
  if (types.includes('array') && shape.also.length) return shape.also.includes(value);
  if (shape.id || shape.refs.length) return shape.also.includes(value) || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
  return true;
}

/** Whether nothing but a list can stand in a place. */
export function onlyList(shape: Shape | undefined): shape is Shape {
  return shape?.items !== undefined && (!shape.types.includes('string') || takesItems(shape, ''));
}

/** Whether nothing but keys can stand in a place. */
export function onlyKeys(shape: Shape | undefined): shape is Shape {
  return shape !== undefined && shape.keys.length > 0 && !shape.items && !shape.types.includes('string');
}
