/**
 * A line in the column of the hyphens that is neither an item nor a key of the item above: its hyphen is missing.
 *
 *     - Survey
 *     order book: 46%     # an item too
 *     - Interviews
 */
import { accepts } from '../../../schema/places.ts';
import type { Shape } from '../../../schema/schema.ts';
import { hasWord } from '../../../text/spelling.ts';
import { almostKeyAt, keyAt } from '../../keyPattern.ts';
import type { ParseError, Repair } from '../../parseError.ts';
import { inQuotes, withoutComment } from '../../quoting.ts';
import { Mapping, type Pair, pairEnd, pairMoved } from '../../tree.ts';
import { parseBlock } from '../../yamlBlock.ts';
import type { ListPiece } from '../places.ts';
import { type Reader, type Recovery, relative } from '../reader.ts';

/** How much further right the keys of an item stand than its hyphen. */
const deeper = 2;

export const itemWithoutHyphen: Recovery<ListPiece, true> = (reader, piece) =>
  piece.column === piece.list.indent ? (textItem(reader, piece) ?? keysItem(reader, piece)) : undefined;

/** Whether items of a list are texts, and nothing else. */
function takesTexts(shape: Shape | undefined): boolean {
  return shape?.types.includes('string') === true && shape.keys.length === 0;
}

/** Reports a line as an item, together with those right above it. */
function report({ errors, text }: Reader, start: number, end: number, repair: Repair[]): Repair[] {
  const above = errors.at(-1);
  if (above?.kind === 'missing-hyphen' && above.repair && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(above.end, start))) {
    const all = [...above.repair, ...repair];
    errors.splice(-1, 1, { ...(above as ParseError), end, repair: all });
    return all;
  }
  errors.push({ kind: 'missing-hyphen', start, end, repair });
  return repair;
}

/** A line of text, in quotes where it would be read as something else after its hyphen. */
function textItem(reader: Reader, { list, lines, at }: ListPiece): true | undefined {
  const { cursor, text } = reader;
  const { shape, items, start } = list;
  if (!shape || !takesTexts(shape) || cursor.lineBelow(lines) < lines.to) return undefined;
  const source = withoutComment(text.slice(at, cursor.lineEnd(lines.from)));
  const { node, errors, ambiguities } = parseBlock(source);
  const plain = node.kind === 'scalar' && node.value === source && !errors.length && !ambiguities.length;
  // What begins with a sign of its own meaning has another mistake.
  if (!hasWord(source) || !accepts(shape, source) || (!plain && !keyAt(text, at))) return undefined;
  const end = at + source.length;
  report(reader, at, end, [{ start: at, end, text: `- ${plain ? source : inQuotes(source)}` }]);
  items.push({ at: at - start, node: { kind: 'scalar', length: source.length, value: source, style: 'plain' } });
  return true;
}

/** A key of an item with the lines below it; the keys in the same column follow as those of the item above. */
function keysItem(reader: Reader, { list, lines, at }: ListPiece): true | undefined {
  const { cursor, text } = reader;
  const key = keyAt(text, at)?.source ?? almostKeyAt(text, at, false)?.source;
  if (key === undefined || !list.shape?.key(key)) return undefined;
  const line = cursor.lineBelow(lines);
  const column = list.indent + deeper;
  // The keys below stand where they must, once there is a hyphen.
  const placed = line < lines.to && cursor.indent(line) === column && !cursor.bareKeyAt(at, lines.from);
  const head = placed ? { from: lines.from, to: line, cut: at } : lines;
  const [found] = reader.pairs(head, at, list.depth, list.shape);
  if (!found) return undefined;
  const repair = report(reader, at, at + key.length, [{ start: at, end: at, text: '- ' }]);
  const pairs = [relative(found, at)];
  if (placed) {
    const rest = reader.mapping(cursor.rest(lines, line), column, list.depth, list.shape);
    if (rest.node.kind === 'map') pairs.push(...rest.node.pairs.map((pair) => pairMoved(pair, rest.start - at)));
  } else if (line < lines.to) repair.push(...cursor.moved(cursor.rest(lines, lines.from + 1), deeper));
  const node = new Mapping(pairEnd(pairs.at(-1) as Pair), false, pairs);
  list.items.push({ at: at - list.start, node });
  list.extended = { item: node, repair, by: deeper };
  return true;
}
