/**
 * Keys that stand too far right below a value that ends on its line: pairs of the same map.
 *
 *     title: New desk
 *       owner: Ana
 */
import { isFormatKey, keyAt } from '../../keyPattern.ts';
import { isConfined } from '../../parseError.ts';
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

export const keysTooFarRight: Recovery<WrittenPair, readonly PlacedPair[]> = (
  reader,
  { lines, at, key, depth, shape },
) => {
  const { cursor, text } = reader;
  const line = cursor.lineBelow(lines);
  if (line >= lines.to || cursor.isOdd(line)) return undefined;
  const column = cursor.indent(line);
  const below = cursor.at(line, column);
  const found = keyAt(text, below)?.source;
  if (!found || !isFormatKey(found)) return undefined;
  const head = { from: lines.from, to: line, cut: at };
  if (!reader.parseBlock(head).errors.every(isConfined)) return undefined;
  const rest = cursor.rest(lines, line);
  const first = { start: at, end: at + key.length };
  const repair = cursor.moved(rest, cursor.columnOf(at) - column);
  reader.report('indent', below, below + found.length, { word: found, first, repair });
  return [
    ...reader.pairs(head, at, depth, shape),
    ...cursor
      .pieces(rest, (_, other) => other <= column)
      .flatMap((piece) => reader.pairs(piece, cursor.at(piece.from, cursor.column(piece, piece.from)), depth, shape)),
  ];
};
