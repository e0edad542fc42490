/**
 * An item where no list is: made part of the text above it, or a note.
 *
 *     need: Shorter waits
 *     - fewer forms       # need: Shorter waits, fewer forms
 */
import { takesText } from '../../../schema/places.ts';
import type { Shape } from '../../../schema/schema.ts';
import type { Repair } from '../../parseError.ts';
import type { Node } from '../../tree.ts';
import { parseBlock } from '../../yamlBlock.ts';
import type { Range } from '../lineCursor.ts';
import type { MappingPiece } from '../places.ts';
import type { Reader, Recovery } from '../reader.ts';

export const strayItem: Recovery<MappingPiece, true> = (reader, piece) => {
  const { cursor, text, errors } = reader;
  const { lines, at } = piece;
  if (cursor.kindAt(at) !== 'list') return undefined;
  const end = cursor.lineEnd(lines.from);
  const repair = addedToTextAbove(reader, piece) ?? asNotes(reader, lines);
  const above = errors.at(-1);
  // Items right below each other are reported together.
  if (above?.kind === 'stray-item' && above.repair && /^\r?\n[ \t]*$/.test(text.slice(above.end, at)))
    errors.splice(-1, 1, { ...above, end, repair: [...above.repair, ...repair] });
  else reader.report('stray-item', at, end, { repair });
  return true;
};

function asNotes({ cursor }: Reader, lines: Range): Repair[] {
  const repair: Repair[] = [];
  for (let line = lines.from; line < lines.to; line++) {
    const column = cursor.indent(line);
    if (column >= 0) repair.push({ start: cursor.at(line, column), end: cursor.at(line, column), text: '# ' });
  }
  return repair;
}

/** Edits that put an item of one line after the value above it; undefined where it cannot stand there. */
function addedToTextAbove(reader: Reader, { mapping, lines, at }: MappingPiece): Repair[] | undefined {
  const { cursor, text } = reader;
  const last = mapping.pairs.at(-1);
  const shape = last && mapping.shape?.key(last.name);
  if (!last || !shape) return undefined;
  const from = mapping.start + last.valueAt;
  const to = from + last.value.length;
  const own = cursor.lineEnd(lines.from);
  const item = text.slice(at + 1, own).trimStart();
  if (text.slice(from, to).includes('\n') || item === '' || cursor.lineBelow(lines) < lines.to) return undefined;
  const added = appended(last.value, to, item, shape);
  if (!added) return undefined;
  const lineBreak = cursor.breakBefore(lines.from);
  return [added, { start: cursor.start(lines.from) - lineBreak.length, end: own, text: '' }];
}

/** A text put after a value that ends at `to`: after a comma in it, or as the last in its brackets. */
function appended(value: Node, to: number, item: string, shape: Shape): Repair | undefined {
  if (value.kind === 'list' && value.flow && value.items.length > 0 && shape.items?.types.includes('string'))
    return /[,[\]{}:#"'\n]/.test(item) ? undefined : { start: to - 1, end: to - 1, text: `, ${item}` };
  if (value.kind !== 'scalar' || value.style !== 'plain' || !takesText(shape)) return undefined;
  const joined = `${value.value}${/\p{Script=Han}/u.test(item) ? '，' : ', '}${item}`;
  const { errors, ambiguities, node } = parseBlock(joined);
  if (errors.length || ambiguities.length || node.kind !== 'scalar' || node.value !== joined) return undefined;
  return { start: to, end: to, text: joined.slice(value.length) };
}
