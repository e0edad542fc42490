/** Reports keys that are written in another form: those of lines right below each other as one error. */
import type { ParseError } from '../../parseError.ts';
import type { Reader } from '../reader.ts';

export function reportKey(reader: Reader, line: number, error: ParseError): void {
  const { cursor, errors } = reader;
  const index = errors.findLastIndex(({ kind }) => kind === error.kind);
  const above = errors[index];
  const last = above?.repair?.at(-1);
  let before = line - 1;
  while (before >= 0 && cursor.indent(before) < 0) before--;
  const joins =
    above && last && before >= 0 && last.start >= cursor.start(before) && cursor.indent(before) === cursor.indent(line);
  if (joins) errors[index] = { ...above, repair: [...(above.repair ?? []), ...(error.repair ?? [])] };
  else errors.push(error);
}
