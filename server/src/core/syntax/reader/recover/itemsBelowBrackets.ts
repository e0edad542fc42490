/**
 * Empty brackets after the key of a list, and items deeper below it: those were meant.
 *
 *     groups: []
 *       - id: a
 */
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

export const itemsBelowBrackets: Recovery<WrittenPair, readonly PlacedPair[]> = (reader, pair) => {
  const { cursor, text } = reader;
  const { lines, at, key, after, depth } = pair;
  const shape = pair.shape?.key(key.name);
  const line = cursor.lineBelow(lines);
  if (!shape?.items || line >= lines.to || !cursor.dashAt(cursor.at(line, cursor.indent(line)))) return undefined;
  const brackets = /[ \t]*(\[[ \t]*\])/y;
  brackets.lastIndex = after;
  const sign = brackets.exec(text)?.[1];
  if (!sign || pair.sound) return undefined;
  const end = brackets.lastIndex;
  reader.report('items-below', end - sign.length, end, { word: '[]', repair: [{ start: after, end, text: '' }] });
  const value = reader.block(cursor.rest(lines, line), depth + 1, shape);
  return value && [{ at, key, value }];
};
