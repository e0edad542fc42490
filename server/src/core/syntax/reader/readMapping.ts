/** Mapping reader. Cuts the lines of a map at its keys and reads each pair by itself. */
import type { Shape } from '../../schema/schema.ts';
import { shifted } from '../parseError.ts';
import { repeatedKeys } from '../repeatedKeys.ts';
import { type At, Mapping, pairEnd } from '../tree.ts';
import type { Range } from './lineCursor.ts';
import type { MappingPiece, OpenMapping } from './places.ts';
import { MisalignedRun, type Reader, type Recovery, recovered, relative } from './reader.ts';
import { bracketsBelowKey } from './recover/bracketsOutOfPlace.ts';
import { beginsListBehindKey } from './recover/itemBehindKey.ts';
import { itemOfListAbove } from './recover/itemOfListAbove.ts';
import { keyTooFarLeft } from './recover/keyTooFarLeft.ts';
import { listBelowKey } from './recover/listBelowKey.ts';
import { strayItem } from './recover/strayItem.ts';

/** Whether a piece was taken, in the order of the table. */
const recoveries: readonly Recovery<MappingPiece, true>[] = [
  itemOfListAbove,
  listBelowKey,
  strayItem,
  keyTooFarLeft,
  bracketsBelowKey,
];

/** The sign of a text of several lines at the end of a line: `key: |`. */
const textSign = /:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/;

/** Cuts a range into pieces that begin in the column of the keys or left of it. */
function piecesOf({ cursor, text }: Reader, range: Range, indent: number): Range[] {
  let bare = false;
  /** The column of a key too far left whose text stands below it, and goes with it. */
  let holder: number | undefined;
  return cursor.pieces(range, (line, column, at) => {
    if (column > (holder ?? indent)) return false;
    holder = column < indent && textSign.test(text.slice(at, cursor.lineEnd(line))) ? column : undefined;
    // Closing brackets and the hyphens of a list may stand right under the key that they belong to.
    if (text[at] === ']' || text[at] === '}') return false;
    if (column === indent && bare && cursor.kindAt(at) === 'list') return false;
    bare = cursor.bareKeyAt(at, line) || beginsListBehindKey(cursor, at);
    return true;
  });
}

/** The pairs of a piece, in the column that they have. */
function readPairs(reader: Reader, { mapping, lines, column, at }: MappingPiece): void {
  const { cursor, text } = reader;
  const { start, indent, depth, shape, pairs } = mapping;
  const found = reader.pairs(lines, at, depth, shape);
  const [first] = found;
  if (!first) return;
  if (column !== indent && !cursor.isOdd(lines.from)) {
    const end = at + first.key.length;
    const above = pairs[0] && { start: start + pairs[0].at, end: start + pairs[0].at + pairs[0].keyLength };
    mapping.misaligned.add(reader, column, cursor.moved(lines, indent - column), () => ({
      start: at,
      end,
      word: text.slice(at, end),
      ...(above && { first: above }),
    }));
  } else mapping.misaligned.end();
  pairs.push(...found.map((pair) => relative(pair, start)));
}

/** A map whose keys stand in the column `indent`. */
export function readMapping(reader: Reader, range: Range, indent: number, depth: number, shape: Shape | undefined): At {
  const { cursor } = reader;
  const start = cursor.at(range.from, indent);
  const mapping: OpenMapping = { start, indent, depth, shape, pairs: [], misaligned: new MisalignedRun() };
  for (const lines of piecesOf(reader, range, indent)) {
    const column = cursor.column(lines, lines.from);
    const piece = { mapping, lines, column, at: cursor.at(lines.from, column) };
    reader.noteIndent(lines.from, indent);
    if (!recovered(recoveries, reader, piece)) readPairs(reader, piece);
  }
  const { pairs } = mapping;
  const last = pairs.at(-1);
  for (const error of repeatedKeys(pairs)) reader.errors.push(shifted(error, start));
  return { node: new Mapping(last ? pairEnd(last) : 0, false, pairs), start };
}
