/**
 * Brackets or braces over several lines, as JSON has them, that do not stand deeper than their key, or are indented with tabs:
 *
 *     plan:
 *     {
 *       "title": "New desk"
 *     }
 */
import { isConfined, type Repair } from '../../parseError.ts';
import type { At } from '../../tree.ts';
import type { Range } from '../lineCursor.ts';
import type { MappingPiece, WrittenPair } from '../places.ts';
import type { PlacedPair, Reader, Recovery } from '../reader.ts';

/** What stands in brackets from `cut` on, read by itself; its lines are to stand deeper than a key in a column. */
function inBrackets(reader: Reader, range: Range, column: number): At | undefined {
  const { cursor, text } = reader;
  if (!/[[{]/.test(text[range.cut] ?? '') || cursor.lineBelow(range) >= range.to) return undefined;
  const block = reader.parseBlock(range);
  if (!block.errors.every(isConfined) || !['map', 'list'].includes(block.node.kind)) return undefined;
  const repair: Repair[] = [];
  const whole = range.cut === cursor.at(range.from, cursor.indent(range.from));
  const least = ' '.repeat(column + 2);
  for (let line = range.from; line < range.to; line++) {
    if (cursor.indent(line) < 0) continue;
    const start = cursor.start(line);
    const end = cursor.at(line, cursor.indent(line));
    const blanks = text.slice(start, end);
    const deeper = !blanks.includes('\t') && blanks.length > column;
    // With the first line all others move.
    if (line === range.from ? end < range.cut || deeper : deeper && !whole) continue;
    repair.push({ start, end, text: least + blanks.slice(Math.min(column, blanks.length)).replaceAll('\t', '  ') });
  }
  if (repair.length === 0) return undefined;
  const [first] = repair as [Repair];
  reader.report('indent', first.end, first.end + 1, { repair });
  return reader.take(range, block);
}

/** Behind their key. */
export const bracketsBehindKey: Recovery<WrittenPair, readonly PlacedPair[]> = (reader, { lines, at, key, after }) => {
  const { cursor } = reader;
  const value = inBrackets(reader, { ...lines, cut: cursor.afterBlanks(after) }, cursor.columnOf(at));
  return value && [{ at, key, value }];
};

/** Below their key, not deeper than it. */
export const bracketsBelowKey: Recovery<MappingPiece, true> = (reader, { mapping, lines, at }) => {
  const last = mapping.pairs.at(-1);
  if (last?.value.kind !== 'scalar' || last.value.length > 0) return undefined;
  const value = inBrackets(reader, { ...lines, cut: at }, mapping.indent);
  if (!value) return undefined;
  mapping.pairs[mapping.pairs.length - 1] = { ...last, valueAt: value.start - mapping.start, value: value.node };
  return true;
};
