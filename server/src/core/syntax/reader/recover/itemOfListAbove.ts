/**
 * An item that stands among the keys of a map, left of the list above it: it belongs to that list.
 *
 *     groups:
 *         - id: a
 *     - id: b      # of the same list
 */
import { List } from '../../tree.ts';
import type { MappingPiece } from '../places.ts';
import type { Recovery } from '../reader.ts';

export const itemOfListAbove: Recovery<MappingPiece, true> = (reader, { mapping, lines, column, at }) => {
  const { cursor } = reader;
  const { start, pairs, shape } = mapping;
  const last = pairs.at(-1);
  if (!last || !cursor.dashAt(at)) return undefined;
  if (mapping.misplacedList?.pair !== last) mapping.misplacedList = undefined;
  const misplaced = mapping.misplacedList;
  const list = last.value;
  if (list.kind !== 'list' || list.flow || list.items.length === 0) return undefined;
  const listStart = start + last.valueAt;
  const own = misplaced?.column ?? cursor.columnOf(listStart);
  const content = reader.itemAt(lines, at, mapping.depth, shape?.key(last.name));
  if (own !== column) {
    const first = { start: listStart, end: listStart + 1 };
    reader.report('indent', at, at + 1, { repair: cursor.moved(lines, own - column), first });
  } else if (misplaced?.by) misplaced.repair.push(...cursor.moved(lines, misplaced.by));
  const item = { at: content.start - listStart, node: content.node };
  const pair = { ...last, value: new List(item.at + item.node.length, list.flow, [...list.items, item]) };
  pairs[pairs.length - 1] = pair;
  if (misplaced) misplaced.pair = pair;
  return true;
};
