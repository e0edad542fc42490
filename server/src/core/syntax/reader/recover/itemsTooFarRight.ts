/**
 * Items that stand further right than the first of their list, up to the column of its keys: they would be read as part
 * of the item above them.
 *
 *     - id: a
 *      - id: b     # an item of the same list
 */
import type { Shape } from '../../../schema/schema.ts';
import { keyAt } from '../../keyPattern.ts';
import { isConfined } from '../../parseError.ts';
import type { LineCursor, Range } from '../lineCursor.ts';
import type { ItemLines } from '../places.ts';
import type { Reader } from '../reader.ts';

/** The items in a piece of a list: one, or more where a later one stands further right. `shape` is that of an item. */
export function itemsTooFarRight(
  reader: Reader,
  piece: Range,
  indent: number,
  shape: Shape | undefined,
): readonly ItemLines[] {
  if (piece.to - piece.from < 2) return [piece];
  const { cursor, text } = reader;
  const column = cursor.column(piece, piece.from);
  const dash = cursor.at(piece.from, column);
  let cut = dash + 1;
  while (text[cut] === ' ') cut++;
  if (!cursor.dashAt(dash)) return [piece];
  if (/[[{]/.test(text[cut] ?? '')) return belowBrackets(reader, piece, cut);
  const first = keyAt(text, cut)?.source;
  if (first === undefined) return [piece];
  const keys = column + cut - dash;
  const texts = !shape || shape.types.includes('string');
  const begins: { readonly line: number; readonly withoutHyphen?: true }[] = [];
  const names = [first];
  let bare = cursor.bareKeyAt(cut, piece.from);
  for (let line = piece.from + 1; line < piece.to; line++) {
    const own = cursor.indent(line);
    if (own <= indent || own > keys) continue;
    const at = cursor.at(line, own);
    if (cursor.dashAt(at)) {
      if (!bare && (texts || cursor.keyOffset(at, true))) begins.push({ line });
    } else if (own === keys) {
      const key = keyAt(text, at);
      const name = key?.source;
      if (name === first && nextRepeats(cursor, line + 1, piece.to, keys, names))
        begins.push({ line, withoutHyphen: true });
      if (name) names.push(name);
      bare = key ? cursor.isBareAfter(key.after, line) : cursor.bareKeyAt(at, line);
    }
  }
  const ends = [...begins.map(({ line }) => line), piece.to];
  return [
    { ...piece, to: ends[0] as number },
    ...begins.map(({ line, ...more }, index) => ({
      from: line,
      to: ends[index + 1] as number,
      cut: cursor.start(line),
      ...more,
    })),
  ];
}

/** Below an item in brackets that end on its line, others may stand further right. */
function belowBrackets(reader: Reader, piece: Range, cut: number): readonly Range[] {
  const { cursor } = reader;
  const line = cursor.lineBelow(piece);
  if (line >= piece.to || !cursor.dashAt(cursor.at(line, cursor.indent(line)))) return [piece];
  const head = { from: piece.from, to: line, cut };
  if (!reader.parseBlock(head).errors.every(isConfined)) return [piece];
  const column = cursor.indent(line);
  return [{ ...piece, to: line }, ...cursor.pieces(cursor.rest(piece, line), (_, other) => other <= column)];
}

/** Whether the next key in a column is one of these, but the first: another item begins there without its hyphen. */
function nextRepeats(cursor: LineCursor, from: number, to: number, column: number, names: readonly string[]): boolean {
  for (let line = from; line < to; line++) {
    if (cursor.indent(line) !== column) continue;
    const name = keyAt(cursor.text, cursor.at(line, column))?.source;
    return name !== undefined && names.slice(1).includes(name);
  }
  return false;
}
