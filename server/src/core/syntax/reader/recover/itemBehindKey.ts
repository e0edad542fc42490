/**
 * The first item on the line of the key of its list, or the only one:
 *
 *     evidence: - Order book
 *       - Survey
 */

import { onlyList } from '../../../schema/places.ts';
import { bulletAt, keyAt } from '../../keyPattern.ts';
import { List } from '../../tree.ts';
import type { LineCursor } from '../lineCursor.ts';
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

/** Whether a key at an offset has an item with its hyphen on its line. */
export function beginsListBehindKey(cursor: LineCursor, at: number): boolean {
  const after = keyAt(cursor.text, at)?.after;
  return after !== undefined && cursor.dashAt(cursor.afterBlanks(after));
}

export const itemBehindKey: Recovery<Omit<WrittenPair, 'sound'>, readonly PlacedPair[]> = (reader, pair) => {
  const { cursor, text } = reader;
  const { lines, at, key, after, depth } = pair;
  const shape = pair.shape?.key(key.name);
  const cut = cursor.afterBlanks(after);
  if (!onlyList(shape) || !cursor.dashAt(cut)) return undefined;
  const end = cursor.lineEnd(lines.from);
  let start = cut;
  // Hyphens that follow each other are one.
  for (let sign = 1; sign > 0; sign = cursor.dashAt(start) ? 1 : bulletAt(text, start))
    start = cursor.afterBlanks(start + sign);
  if (start >= end) return undefined;
  const line = cursor.lineBelow(lines);
  const below = line < lines.to;
  const column = below ? cursor.indent(line) : cursor.columnOf(at) + 2;
  if (below && cursor.isOdd(line)) return undefined;
  const own = cursor.columnOf(cut);
  const report = (to: number) => {
    const repair = [{ start: after, end: start, text: `${cursor.breakBefore(lines.from + 1)}${' '.repeat(to)}- ` }];
    reader.report('item-behind', cut, cut + 1, { word: key.name, repair });
  };
  if (below && column >= own) {
    // The others stand below the first, or what belongs to it does.
    report(own);
    const list = reader.block({ ...lines, cut }, depth + 1, shape);
    return list && [{ at, key, value: list }];
  }
  if (below && cursor.kindAt(cursor.at(line, column)) !== 'list') return undefined;
  report(column);
  const first = reader.block({ from: lines.from, to: line, cut: start }, depth + 2, shape.items);
  const rest = below ? reader.block(cursor.rest(lines, line), depth + 1, shape) : undefined;
  if (!first) return undefined;
  const items = [{ at: first.start - cut, node: first.node }];
  if (rest?.node.kind === 'list')
    for (const item of rest.node.items) items.push({ at: item.at + rest.start - cut, node: item.node });
  const last = items.at(-1) as (typeof items)[number];
  return [{ at, key, value: { node: new List(last.at + last.node.length, false, items), start: cut } }];
};
