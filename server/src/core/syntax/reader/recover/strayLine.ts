/** A line that is neither a key with a colon nor part of something: reported once, in the words that fit. */
import type { Fault } from '../../syntaxError.ts';
import type { KeyLine } from '../places.ts';
import type { Reader } from '../reader.ts';

export function strayLine(reader: Reader, { lines, at, shape }: Omit<KeyLine, 'depth'>): void {
  const { cursor, text, faults } = reader;
  const end = cursor.lineEnd(lines.from);
  const source = text.slice(at, end);
  if (/^(?:@|`(?!``))/.test(source)) reader.fault('special-start', at, at + 1);
  else if (source.startsWith('%')) reader.fault('directive', at, at + 1);
  else if (source.startsWith('＃'))
    reader.fault('full-width', at, at + 1, { mend: [{ start: at, end: at + 1, text: '#' }] });
  else if (faults.at(-1)?.reason === 'no-colon' && continues(reader, at)) {
    faults.push({ ...(faults.pop() as Fault), end });
  } else {
    const mend = [{ start: end, end, text: ':' }];
    reader.fault('no-colon', at, end, { word: source, ...(shape?.key(source) && { mend }) });
  }
}

/** Whether a line stands right below the one that was reported last, as a piece of the same text. */
function continues({ text, faults }: Reader, at: number): boolean {
  const above = faults.at(-1);
  return above !== undefined && !above.mend && /^\r?\n[ \t]*$/.test(text.slice(above.end, at));
}
