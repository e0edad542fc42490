/** The title of a key in the reader's language, with a full-width colon: `负责人：王芳` for `owner: 王芳`. */
import type { KeyLine } from '../places.ts';
import type { PlacedPair, Recovery } from '../reader.ts';
import { titledKeyAt } from '../titledKey.ts';
import { reportKey } from './reportKey.ts';

export const titleAsKey: Recovery<KeyLine, readonly PlacedPair[]> = (reader, { lines, at, depth, shape }) => {
  const titled = titledKeyAt(reader.cursor, lines.from, at, shape);
  if (!titled) return undefined;
  const { name, length, after } = titled;
  const bare = /^[ \t]*(\r?\n|$)/.test(reader.text.slice(after, reader.cursor.end(lines)));
  const repair = [{ start: at, end: after, text: bare ? `${name}:` : `${name}: ` }];
  reportKey(reader, lines.from, { kind: 'full-width', start: at, end: after, word: name, repair });
  return [{ at, key: { name, length }, value: reader.value(lines, after, depth, shape?.key(name)) }];
};
