/**
 * A key that stands too far left in the middle of the part that it belongs to, which goes on below it.
 *
 *     sponsor:
 *       name: Ana
 *     role: CEO       # of the sponsor
 *       since: 2024
 */
import { isFormatKey, keyAt, keyName } from '../../keyPattern.ts';
import { isConfined, type ParseError, shifted } from '../../parseError.ts';
import { placeInto } from '../../repairPlacement.ts';
import { repeatedKeys } from '../../repeatedKeys.ts';
import { Mapping, pairMoved } from '../../tree.ts';
import type { MappingPiece } from '../places.ts';
import { type Recovery, relative } from '../reader.ts';

export const keyTooFarLeft: Recovery<MappingPiece, true> = (reader, { mapping, lines, at }) => {
  const { cursor, text } = reader;
  const { start, depth, shape, pairs } = mapping;
  const last = pairs.at(-1);
  const part = last?.value;
  const inner = last && shape?.key(last.name);
  const key = keyAt(text, at);
  if (!shape || !inner || !key || part?.kind !== 'map' || part.flow) return undefined;
  if (shape.key(key.source) || !isFormatKey(key.source)) return undefined;
  const line = cursor.lineBelow(lines);
  if (line >= lines.to || cursor.isOdd(line)) return undefined;
  const partStart = start + last.valueAt;
  const column = cursor.columnOf(partStart);
  const head = { from: lines.from, to: line, cut: at };
  const next = keyAt(text, cursor.at(line, column));
  if (cursor.indent(line) !== column || !next || !inner.key(keyName(next.source))) return undefined;
  if (!reader.parseBlock(head).errors.every(isConfined)) return undefined;
  const [own] = reader.pairs(head, at, depth, shape);
  const errors: ParseError[] = [];
  const placed = own && placeInto(text, last, relative(own, start), start, shape, errors);
  if (placed?.value.kind !== 'map') return undefined;
  reader.errors.push(...errors);
  const rest = reader.mapping(cursor.rest(lines, line), column, depth, inner);
  const by = rest.start - partStart;
  const more = rest.node.kind === 'map' ? rest.node.pairs.map((pair) => pairMoved(pair, by)) : [];
  const together = [...placed.value.pairs, ...more];
  for (const error of repeatedKeys(together)) if (error.start >= by) reader.errors.push(shifted(error, partStart));
  const value = new Mapping(by + rest.node.length, placed.value.flow, together);
  pairs[pairs.length - 1] = { ...placed, value };
  return true;
};
