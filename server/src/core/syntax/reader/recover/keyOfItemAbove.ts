/**
 * A key that stands among the hyphens of a list: it belongs to the item above it.
 *
 *     - id: a
 *     name: A      # of that item
 */
import { almostKeyAt, keyAt } from '../../keyPattern.ts';
import { Mapping, type Pair, pairEnd } from '../../tree.ts';
import type { ListPiece } from '../places.ts';
import { type Recovery, relative } from '../reader.ts';

export const keyOfItemAbove: Recovery<ListPiece, true> = (reader, { list, lines, column, at }) => {
  const { cursor, text, errors } = reader;
  const last = list.items.at(-1);
  if (last?.node.kind !== 'map' || last.node.flow || last.node.pairs.length === 0) return undefined;
  const item = last.node;
  if (!keyAt(text, at) && !almostKeyAt(text, at, true)) return undefined;
  const before = errors.length;
  const [found] = reader.pairs(lines, at, list.depth, list.shape);
  if (!found || item.pairs.some(({ name }) => name === found.key.name)) {
    errors.length = before;
    return undefined;
  }
  const itemStart = list.start + last.at;
  const pair = relative(found, itemStart);
  last.node = new Mapping(Math.max(item.length, pairEnd(pair)), item.flow, [...item.pairs, pair]);
  const [{ at: keyAbove, keyLength }] = item.pairs as readonly [Pair, ...Pair[]];
  const first = { start: itemStart + keyAbove, end: itemStart + keyAbove + keyLength };
  const begun = list.extended?.item === item ? list.extended : undefined;
  const repair = cursor.moved(lines, begun?.by ?? cursor.columnOf(first.start) - column);
  // Keys right below each other are reported together.
  if (begun) begun.repair.push(...repair);
  else {
    const end = at + found.key.length;
    reader.report('indent', at, end, { word: text.slice(at, end), first, repair });
  }
  list.extended = { ...begun, item: last.node, repair: begun?.repair ?? repair };
  return true;
};
