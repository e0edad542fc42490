/** A key that is not written as the format has it, with something else in place of its colon and blank: `Owner:Ana`. */
import { meantKeyAt } from '../meantKey.ts';
import type { KeyLine } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';
import { reportKey } from './reportKey.ts';

export const keyInOtherForm: Recovery<KeyLine, readonly PlacedPair[]> = (reader, { lines, at, depth, shape }) => {
  const meant = meantKeyAt(reader.cursor, lines.from, at, shape);
  if (!meant) return undefined;
  const { name, length, after, kind } = meant;
  const bare = after >= reader.cursor.lineEnd(lines.from);
  const repair = [{ start: at, end: after, text: bare ? `${name}:` : `${name}: ` }];
  reportKey(reader, lines.from, { kind, start: at, end: Math.max(after, at + 1), word: name, repair });
  return [{ at, key: { name, length }, value: reader.value(lines, after, depth, shape?.key(name)) }];
};
