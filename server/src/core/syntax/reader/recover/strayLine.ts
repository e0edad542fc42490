/** A line that is neither a key with a colon nor part of something: reported once, in the words that fit. */
import type { ParseError } from '../../parseError.ts';
import type { KeyLine } from '../places.ts';
import type { Reader } from '../reader.ts';

export function strayLine(reader: Reader, { lines, at, shape }: Omit<KeyLine, 'depth'>): void {
  const { cursor, text, errors } = reader;
  const end = cursor.lineEnd(lines.from);
  const source = text.slice(at, end);
  if (/^(?:@|`(?!``))/.test(source)) reader.report('special-start', at, at + 1);
  else if (source.startsWith('%')) reader.report('directive', at, at + 1);
  else if (source.startsWith('＃'))
    reader.report('full-width', at, at + 1, { repair: [{ start: at, end: at + 1, text: '#' }] });
  else if (errors.at(-1)?.kind === 'no-colon' && continues(reader, at)) {
    errors.push({ ...(errors.pop() as ParseError), end });
  } else {
    const repair = [{ start: end, end, text: ':' }];
    reader.report('no-colon', at, end, { word: source, ...(shape?.key(source) && { repair }) });
  }
}

/** Whether a line stands right below the one that was reported last, as a piece of the same text. */
function continues({ text, errors }: Reader, at: number): boolean {
  const above = errors.at(-1);
  return above !== undefined && !above.repair && /^\r?\n[ \t]*$/.test(text.slice(above.end, at));
}
