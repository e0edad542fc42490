/**
 * A list below its key where no list can begin: after the key there are empty brackets or a text, or its items stand
 * further left than the key.
 *
 *     groups: []
 *     - id: a       # in the list of that key
 */
import { takesItems } from '../../../schema/places.ts';
import type { Shape } from '../../../schema/schema.ts';
import type { Span } from '../../../text/span.ts';
import type { Repair } from '../../parseError.ts';
import { List, type Node } from '../../tree.ts';
import type { MappingPiece } from '../places.ts';
import type { Reader, Recovery } from '../reader.ts';

export const listBelowKey: Recovery<MappingPiece, true> = (reader, { mapping, lines, column, at }) => {
  const { cursor } = reader;
  const { start, indent, depth, pairs } = mapping;
  const last = pairs.at(-1);
  const shape = last && mapping.shape?.key(last.name);
  if (!last || !shape?.items || !cursor.dashAt(at)) return undefined;
  const by = indent - column;
  const { value } = last;
  const bare = value.kind === 'scalar' && value.length === 0;
  if (bare ? by === 0 || cursor.isOdd(lines.from) : by !== 0) return undefined;
  const span = { start: start + last.valueAt, end: start + last.valueAt + value.length };
  const room = bare ? undefined : roomForItems(reader, span, lines.from, indent, shape, value);
  const note = bare || room ? undefined : asNote(reader, span, shape, value);
  const repair = bare ? cursor.moved(lines, by) : (room ?? note);
  if (!repair) return undefined;
  const content = reader.itemAt(lines, at, depth, shape);
  if (bare) {
    const first = { start: start + last.at, end: start + last.at + last.keyLength };
    reader.report('indent', at, at + 1, { repair, first });
  } else if (note) reader.report('text-above', span.start, span.end, { word: last.name, repair });
  else reader.report('items-below', span.start, span.end, { ...(value.kind === 'list' && { word: '[]' }), repair });
  // A text after the key is the first item.
  const text = room !== undefined && value.kind === 'scalar';
  const from = text ? span.start : at;
  const items = [...(text ? [{ at: 0, node: value }] : []), { at: content.start - from, node: content.node }];
  const list = new List(content.start + content.node.length - from, false, items);
  const pair = { ...last, valueAt: from - start, value: list };
  pairs[pairs.length - 1] = pair;
  mapping.misplacedList = { pair, column: indent - by, by, repair };
  return true;
};

/** Edits that make a note of a text that cannot stand beside the items of its list; undefined where it is no such text. */
function asNote({ text }: Reader, { start, end }: Span, shape: Shape, value: Node): Repair[] | undefined {
  if (value.kind !== 'scalar' || value.style !== 'plain' || shape.types.includes('string')) return undefined;
  return text.slice(start, end).includes('\n') ? undefined : [{ start, end: start, text: '# ' }];
}

/**
 * Edits that make room for items in a column below a key with empty brackets, or with a text that is the first item;
 * undefined where something else stands there. `line` is that of the items.
 */
function roomForItems(
  { cursor, text }: Reader,
  { start, end }: Span,
  line: number,
  column: number,
  shape: Shape,
  value: Node,
): Repair[] | undefined {
  if (value.length === 0 || text.slice(start, end).includes('\n')) return undefined;
  let from = start;
  while (text[from - 1] === ' ') from--;
  if (value.kind === 'list' && value.flow && value.items.length === 0) return [{ start: from, end, text: '' }];
  if (value.kind !== 'scalar' || value.style === 'block' || !takesItems(shape, String(value.value))) return undefined;
  return [{ start: from, end: start, text: `${cursor.breakBefore(line)}${' '.repeat(column)}- ` }];
}
