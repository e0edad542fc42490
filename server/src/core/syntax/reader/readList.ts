/** List reader. Cuts the lines of a list at its hyphens and reads each item as a block. */
import type { Shape } from '../../schema/schema.ts';
import { type At, List } from '../tree.ts';
import type { Range } from './lineCursor.ts';
import type { ListPiece, OpenList } from './places.ts';
import { MisalignedRun, type Reader, type Recovery, recovered } from './reader.ts';
import { itemSignAt, replaceBullet } from './recover/bullet.ts';
import { itemsTooFarRight } from './recover/itemsTooFarRight.ts';
import { itemWithoutHyphen } from './recover/itemWithoutHyphen.ts';
import { keyOfItemAbove } from './recover/keyOfItemAbove.ts';
import { missingHyphen } from './recover/missingHyphen.ts';
import { strayLine } from './recover/strayLine.ts';

/** Whether a piece was taken, in the order of the table. */
const recoveries: readonly Recovery<ListPiece, true>[] = [missingHyphen, keyOfItemAbove, itemWithoutHyphen];

/** Cuts a range into pieces that begin in the column of the hyphens or left of it. */
function piecesOf({ cursor }: Reader, range: Range, indent: number): Range[] {
  let begin = indent;
  return cursor.pieces(range, (_, column, at) => {
    // An item that stands too far left takes along what stands below it.
    if (column > begin && !(column <= indent && cursor.dashAt(at))) return false;
    begin = Math.min(column, indent);
    return true;
  });
}

/** An item with its sign, in the column that it has. */
function readItem(reader: Reader, piece: ListPiece): void {
  const { cursor } = reader;
  const { list, lines, column, at } = piece;
  const { indent, start, items } = list;
  if (column !== indent && !cursor.isOdd(lines.from)) {
    list.misaligned.add(reader, column, cursor.moved(lines, indent - column), () => ({
      start: at,
      end: at + 1,
      first: { start, end: start + 1 },
    }));
  } else list.misaligned.end();
  const cut = replaceBullet(reader, piece);
  const content = reader.valueAfter(at + 1, cursor.inner(lines, cut), list.depth + 1, list.shape);
  items.push({ at: content.start - start, node: content.node });
}

/** A list whose hyphens stand in the column `indent`. */
export function readList(reader: Reader, range: Range, indent: number, depth: number, shape: Shape | undefined): At {
  const { cursor } = reader;
  const start = cursor.at(range.from, indent);
  const inner = shape?.items;
  const list: OpenList = { start, indent, depth, shape: inner, items: [], misaligned: new MisalignedRun() };
  for (const whole of piecesOf(reader, range, indent)) {
    for (const lines of itemsTooFarRight(reader, whole, indent, inner)) {
      const column = cursor.column(lines, lines.from);
      const piece = { list, lines, column, at: cursor.at(lines.from, column) };
      reader.noteIndent(lines.from, indent);
      if (!lines.withoutHyphen && itemSignAt(cursor, piece.at)) readItem(reader, piece);
      else if (!recovered(recoveries, reader, piece)) strayLine(reader, { lines, at: piece.at, shape });
    }
  }
  const last = list.items.at(-1);
  return { node: new List(last ? Math.max(1, last.at + last.node.length) : 1, false, list.items), start };
}
