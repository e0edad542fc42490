/** Parts of a plan whose value we must not rely on: text with a syntax error, a misspelt key, a value of the wrong kind. Each has a finding of its own. */

import { keyTitled, type Shape } from '../schema/schema.ts';
import { isRecovered } from '../syntax/parseError.ts';
import { type At, derived, type Mapping, type Node } from '../syntax/tree.ts';
import { binarySearch } from '../text/binarySearch.ts';
import { column, lineEnd } from '../text/lines.ts';
import { nearest } from '../text/spelling.ts';
import type { Entry } from './entry.ts';
import type { Plan } from './plan.ts';

/** Whether a node has the type that the schema expects; for a list, every item too. */
function fits(node: Node, shape: Shape): boolean {
  if (node.kind === 'broken') return false;
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (shape.enum) return typeof value === 'string' && shape.enum.includes(value);
  const kind = node.kind === 'list' ? 'array' : node.kind === 'map' ? 'object' : value === null ? 'null' : typeof value;
  // One text in place of a list: which ids it means is not known.
  if (typeof value === 'string' && shape.types.includes('array') && shape.also.length)
    return shape.also.includes(value);
  const known = shape.types.includes(kind) || (kind === 'number' && shape.types.includes('integer'));
  if (!known && shape.types.length > 0) return false;
  const { items } = shape;
  return node.kind !== 'list' || !items || node.items.every((item) => fits(item.node, items));
}

/**
 * Whether we must not rely on what an entry of this shape says under a key: the value has a syntax error or is of the
 * wrong kind, or the key is misspelt (`ownr: Ana` for `owner`). A missing key, or an empty one where that is allowed, is
 * certain.
 */
export function isUncertain(entry: Entry, key: string, shape: Shape | undefined): boolean {
  const value = entry.value(key);
  if (!value) return misspelt(entry.at, key, shape);
  const expected = shape?.key(key);
  return expected !== undefined && !fits(value, expected);
}

/** Offset of the next token after whitespace and comments; the length of the text if there is none. */
function nextText(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/.test(text[at] as string)) at++;
    if (text[at] !== '#') return at;
    at = lineEnd(text, at);
  }
}

/** An error at most this many characters after an entry may belong to it. */
const near = 1000;

/** Whether a syntax error stands in an entry or right below it, as if it belonged there: any of its keys may be in it. */
export function isIncomplete(plan: Plan, entry: Entry): boolean {
  const { errors } = plan;
  if (errors.length === 0) return false;
  const { text } = plan;
  const { start, end } = entry.span;
  const first = binarySearch(errors, (error) => error.start >= start);
  for (const error of errors.slice(first, first + 100)) {
    if (isRecovered(error)) continue;
    if (error.start < end) return true;
    const next = nextText(text, end);
    // Too far away to be "right below", however long the line.
    if (next > error.start || error.start - next > near || text.slice(next, error.start).includes('\n')) return false;
    return !text.slice(entry.at.start, next).includes('\n') || column(text, next) >= column(text, entry.at.start);
  }
  return false;
}

/** The keys of a map that its shape does not know, `x-` keys excepted. Nearly always none. */
const strangers = derived(
  (map: Mapping) => map,
  (map, shape: Shape): readonly string[] =>
    map.pairs.flatMap(({ name }) => (shape.key(name) || (shape.extensible && name.startsWith('x-')) ? [] : [name])),
);

/** Whether a map lacks `key` but has an unknown key that was probably meant to be it: `ownr` for `owner`. */
export function misspelt({ node }: At, key: string, shape: Shape | undefined): boolean {
  if (node.kind !== 'map' || !shape) return false;
  return strangers(node, shape).some((name) => nearest(name, [key]).length > 0 || keyTitled(shape, name) === key);
}
