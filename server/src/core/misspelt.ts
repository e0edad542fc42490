/** A key that is not there because it is misspelt. */
import { nearest } from './nearest.ts';
import { keyTitled, type Shape } from './schema.ts';
import { type At, type Mapping, Notes } from './tree.ts';

const strangersOf = new Notes<{ readonly shape: Shape; readonly names: readonly string[] }>();

/** The keys of a map that its shape does not have; keys of one's own are none. Nearly always there are none. */
function strangers(map: Mapping, shape: Shape): readonly string[] {
  const known = strangersOf.of(map);
  if (known?.shape === shape) return known.names;
  const names = map.pairs.flatMap(({ name }) =>
    shape.key(name) || (shape.extensible && name.startsWith('x-')) ? [] : [name],
  );
  strangersOf.put(map, { shape, names });
  return names;
}

/** Whether a map of this shape has, instead of `key`, an unknown one that is probably meant to be it. */
export function misspelt({ node }: At, key: string, shape: Shape | undefined): boolean {
  if (node.kind !== 'map' || !shape) return false;
  return strangers(node, shape).some((name) => nearest(name, [key]).length > 0 || keyTitled(shape, name) === key);
}
