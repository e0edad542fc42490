/**
 * The first item on the line of the key of its list, or the only one:
 *
 *     evidence: - Order book
 *       - Survey
 */
import { bulletAt } from '../../keyPattern.ts';
import { onlyList } from '../../maskSigns.ts';
import { List } from '../../tree.ts';
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

export const itemBehindKey: Recovery<Omit<WrittenPair, 'sound'>, readonly PlacedPair[]> = (reader, pair) => {
  const { cursor, text } = reader;
  const { lines, at, key, after, depth } = pair;
  const shape = pair.shape?.key(key.name);
  const cut = cursor.afterBlanks(after);
  const line = cursor.lineBelow(lines);
  const below = line < lines.to;
  const column = below ? cursor.indent(line) : cursor.columnOf(at) + 2;
  if (!onlyList(shape) || (below && (cursor.isOdd(line) || cursor.kindAt(cursor.at(line, column)) !== 'list')))
    return undefined;
  const tight = below && text[cut] === '-' ? 1 : 0;
  const length = cursor.dashAt(cut) ? 1 : tight;
  if (length === 0) return undefined;
  const end = cursor.lineEnd(lines.from);
  let start = cut;
  // Hyphens that follow each other are one.
  for (let sign = length; sign > 0; sign = cursor.dashAt(start) ? 1 : bulletAt(text, start))
    start = cursor.afterBlanks(start + sign);
  if (start >= end) return undefined;
  const repair = [{ start: after, end: start, text: `${cursor.breakBefore(lines.from + 1)}${' '.repeat(column)}- ` }];
  reader.report('item-behind', cut, cut + length, { word: key.name, repair });
  const first = reader.block({ from: lines.from, to: line, cut: start }, depth + 2, shape?.items);
  const rest = below ? reader.block(cursor.rest(lines, line), depth + 1, shape) : undefined;
  if (!first) return undefined;
  const items = [{ at: first.start - cut, node: first.node }];
  if (rest?.node.kind === 'list')
    for (const item of rest.node.items) items.push({ at: item.at + rest.start - cut, node: item.node });
  const last = items.at(-1) as (typeof items)[number];
  return [{ at, key, value: { node: new List(last.at + last.node.length, false, items), start: cut } }];
};
