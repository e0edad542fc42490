/**
 * A text of several lines with lines that are not in their column: it is not read.
 *
 *     summary: |
 *         First line.
 *     <tab>Second line.
 */
import type { WrittenPair } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';

export const misalignedText: Recovery<Omit<WrittenPair, 'sound'>, readonly PlacedPair[]> = (
  reader,
  { lines, at, key, after },
) => {
  const { cursor, text } = reader;
  if (!/^[ \t]+[|>]/.test(text.slice(after, cursor.lineEnd(lines.from))) || !cursor.hasOddLine(lines)) return undefined;
  for (let line = lines.from + 1; line < lines.to; line++) {
    if (cursor.indent(line) >= 0) reader.noteIndent(line, cursor.indent(line));
  }
  const start = after + 1;
  const length = Math.max(1, cursor.lineEnd(lines.to - 1) - start);
  return [{ at, key, value: { node: { kind: 'broken', length }, start } }];
};
