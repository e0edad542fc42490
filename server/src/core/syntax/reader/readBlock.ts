/**
 * Block reader. A run of lines is read with the library where it is short and sound; otherwise it is cut into the items of
 * a list or the pairs of a map, which are read one by one.
 */

import { onlyList } from '../../schema/places.ts';
import type { Shape } from '../../schema/schema.ts';
import { trimmedEnd } from '../../text/lines.ts';
import { bareItems } from '../bareItems.ts';
import { numeralAt } from '../keyPattern.ts';
import { blockLines, deepestBlocks } from '../limits.ts';
import { isConfined } from '../parseError.ts';
import type { At } from '../tree.ts';
import type { BlockKind, LineCursor, Range } from './lineCursor.ts';
import { meansKeys } from './meantKey.ts';
import type { Reader } from './reader.ts';
import { readList } from './readList.ts';
import { readMapping } from './readMapping.ts';
import { titledKeyAt } from './titledKey.ts';

/** What the first later line in a column begins that begins a list or a map. */
function kindBelow(cursor: LineCursor, range: Range, indent: number): BlockKind {
  for (let line = range.from + 1; line < range.to; line++) {
    if (cursor.indent(line) !== indent) continue;
    const kind = cursor.kindAt(cursor.at(line, indent));
    if (kind !== 'other') return kind;
  }
  return 'other';
}

/** What begins at an offset, as it was meant in a place of that shape. */
function kindMeant({ cursor, text }: Reader, range: Range, at: number, shape: Shape | undefined): BlockKind {
  const kind = cursor.kindAt(at);
  if (kind !== 'other') return kind;
  if (titledKeyAt(cursor, range.from, at, shape)) return 'map';
  // Where only a list can stand, a hyphen without its space is meant to begin an item.
  const list = shape?.items && !shape.types.includes('string');
  return list && (text[at] === '-' || numeralAt(text, at) > 0) ? 'list' : 'other';
}

/** Whether items follow in the same column where only a list can stand: the first line is one without its hyphen. */
function listBegun(cursor: LineCursor, range: Range, indent: number, shape: Shape | undefined): boolean {
  if (!shape?.items || shape.types.includes('object')) return false;
  for (let line = range.from + 1; line < range.to; line++)
    if (cursor.indent(line) === indent && cursor.dashAt(cursor.at(line, indent))) return true;
  return false;
}

/** Lines where a list of texts belongs: each is an item, whether or not there are colons in them. */
function factsOnLines({ cursor, text, errors }: Reader, range: Range, at: number, shape: Shape | undefined) {
  if (!onlyList(shape) || cursor.lineBelow(range) >= range.to) return undefined;
  const length = trimmedEnd(text, { start: at, end: cursor.end(range) }) - at;
  const found = bareItems(text, { kind: 'broken', length }, at, shape);
  if (found) errors.push(found.error);
  return found && { node: found.list, start: at };
}

/** Whatever stands in a run of lines; undefined where they hold only blanks and comments. */
export function readBlock(reader: Reader, range: Range, depth: number, shape: Shape | undefined): At | undefined {
  const { cursor } = reader;
  const first = cursor.firstLine(range);
  if (first < 0) return undefined;
  const indent = cursor.column(range, first);
  const at = cursor.at(first, indent);
  const afterSign = first === range.from && range.cut > cursor.start(first);
  const here = { from: first, to: range.to, cut: afterSign ? range.cut : cursor.cutAt(first) };
  if (depth > deepestBlocks) {
    reader.report('too-deep', at, at + 1);
    return { node: { kind: 'broken', length: 1 }, start: at };
  }
  let kind = kindMeant(reader, here, at, shape);
  if (kind === 'map' && listBegun(cursor, here, indent, shape)) kind = 'list';
  const facts = kind === 'list' ? undefined : factsOnLines(reader, here, at, shape);
  if (facts) return facts;
  const small = here.to - here.from <= blockLines && !cursor.hasOddLine(here);
  if (kind === 'other' || (small && cursor.isProper(at, kind))) {
    const block = reader.parseBlock(here);
    const repeats = block.errors.filter(({ kind }) => kind === 'repeated-key').length > 1;
    const sound = block.errors.every(isConfined);
    // Keys in another form read as a text, or as nothing.
    const keys = kind === 'other' && !(sound && block.node.kind === 'map') && meansKeys(cursor, here, indent, shape);
    if (sound && !keys && (kind === 'other' || !(block.closer || repeats))) {
      reader.noteIndent(first, indent);
      return reader.take(here, block);
    }
    if (kind === 'other') {
      // One line that cannot be read does not take along what stands below it in the same column.
      kind = keys ? 'map' : kindBelow(cursor, here, indent);
      if (kind === 'other') return reader.broken(here, block, at);
    }
  }
  return (kind === 'list' ? readList : readMapping)(reader, here, indent, depth, shape);
}
