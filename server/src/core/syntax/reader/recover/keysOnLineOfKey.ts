/**
 * What stands on the line of a key that only takes keys or items on lines of their own: the first of those keys, or a text
 * that can be no more than a note.
 *
 *     sponsor: name: Ana          measures: see below
 *       role: CEO                   - name: Calls
 */
import type { Shape } from '../../../schema/schema.ts';
import type { Span } from '../../../text/span.ts';
import { almostKeyAt, keyAt } from '../../keyPattern.ts';
import { deepestBlocks } from '../../limits.ts';
import { isRecovered, shifted } from '../../parseError.ts';
import { repeatedKeys } from '../../repeatedKeys.ts';
import { type At, Mapping, type Pair, pairEnd, pairMoved } from '../../tree.ts';
import type { Range } from '../lineCursor.ts';
import { type Reader, relative } from '../reader.ts';
import { titledKeyAt } from '../titledKey.ts';
import { pairsInLine } from './keysInOneLine.ts';

/** A key and what stands after it; `shape` is that of its value. */
interface KeyOfBlock {
  readonly lines: Range;
  /** The key as written, and where its colon stands or should stand. */
  readonly key: Span & { readonly sign: number };
  readonly after: number;
  readonly depth: number;
  readonly shape: Shape | undefined;
}

/** The value of the key, with what stands on its line and below it; undefined where it is no such key. */
export function keysOnLineOfKey(reader: Reader, place: KeyOfBlock): At | undefined {
  const { cursor, text } = reader;
  const { lines, key, depth, shape } = place;
  if (!shape || shape.types.includes('string') || depth > deepestBlocks) return undefined;
  const cut = cursor.afterBlanks(place.after);
  const end = cursor.lineEnd(lines.from);
  if (cut >= end || /["'[{|>&*!#]/.test(text[cut] as string)) return undefined;
  const line = cursor.lineBelow(lines);
  const column = line < lines.to ? cursor.indent(line) : undefined;
  if (column !== undefined && cursor.isOdd(line)) return undefined;
  const first = keyOnLine(reader, { ...place, lines: { from: lines.from, to: line, cut }, shape }, column);
  if (column === undefined) return first;
  const below = cursor.at(line, column);
  const own = cursor.dashAt(below) ? shape.items : shape.key(keyAt(text, below)?.source ?? '');
  const rest = own && reader.block(cursor.rest(lines, line), depth + 1, shape);
  if (!rest) return undefined;
  if (!first) {
    const repair = [{ start: key.sign, end: cut, text: ': # ' }];
    reader.report('text-above', cut, end, { word: text.slice(key.start, key.end), repair });
    return rest;
  }
  if (first.node.kind !== 'map' || rest.node.kind !== 'map') return rest;
  const by = rest.start - first.start;
  const pairs = [...first.node.pairs, ...rest.node.pairs.map((pair) => pairMoved(pair, by))];
  for (const error of repeatedKeys(pairs)) reader.errors.push(shifted(error, first.start));
  return { start: first.start, node: new Mapping(by + rest.node.length, rest.node.flow, pairs) };
}

/** The key on the line, as the only one of a map in `column`; what is wrong with it is repaired with its place. */
function keyOnLine(
  reader: Reader,
  { lines, key, depth, shape }: KeyOfBlock & { readonly shape: Shape },
  column: number | undefined,
): At | undefined {
  const { cursor, text, errors } = reader;
  const { cut } = lines;
  const name = keyAt(text, cut)?.source ?? almostKeyAt(text, cut, false)?.source;
  if (!titledKeyAt(cursor, lines.from, cut, shape) && !(name && shape.key(name))) return undefined;
  const blanks = ' '.repeat(column ?? cursor.columnOf(key.start) + 2);
  const lineStart = `${cursor.breakBefore(lines.from + 1)}${blanks}`;
  const several = pairsInLine(reader, { start: cut, end: cursor.lineEnd(lines.from) }, shape, lineStart);
  if (several) {
    const pairs = several.pairs.map((one) => relative(one, cut));
    reader.report('keys-behind', cut, cut + (pairs[0] as Pair).keyLength, {
      word: text.slice(key.start, key.end),
      repair: [{ start: key.sign, end: cut, text: `:${lineStart}` }, ...several.repair],
      unsure: true,
    });
    return { start: cut, node: new Mapping(pairEnd(pairs.at(-1) as Pair), false, pairs) };
  }
  const before = errors.length;
  const [pair, ...more] = reader.pairs(lines, cut, depth + 1, shape);
  const own = errors.splice(before);
  if (!pair || more.length || !own.every(isRecovered)) return undefined;
  reader.report('keys-behind', cut, cut + pair.key.length, {
    word: text.slice(key.start, key.end),
    repair: [{ start: key.sign, end: cut, text: `:${lineStart}` }, ...own.flatMap(({ repair = [] }) => repair)],
  });
  const only = relative(pair, cut);
  return { start: cut, node: new Mapping(pairEnd(only), false, [only]) };
}
