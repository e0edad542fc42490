/** A key written as its title in the reader's language. */
import { keyTitled, type Shape } from '../../schema/schema.ts';
import { isFormatKey } from '../keyPattern.ts';
import type { LineCursor } from './lineCursor.ts';

/** The key that a title stands for, how long the title is, and the offset after its colon. */
export interface TitledKey {
  readonly name: string;
  readonly length: number;
  readonly after: number;
}

/** The title of a key with a full-width colon, at an offset of a line: `负责人：王芳` is `owner`. */
export function titledKeyAt(
  cursor: LineCursor,
  line: number,
  at: number,
  shape: Shape | undefined,
): TitledKey | undefined {
  if (!shape) return undefined;
  const match = /^([^\s：:]+)[ \t]*：[ \t\u3000]*/.exec(cursor.text.slice(at, cursor.lineEnd(line)));
  const title = match?.[1];
  if (!title || isFormatKey(title)) return undefined;
  const name = keyTitled(shape, title);
  return name ? { name, length: title.length, after: at + match[0].length } : undefined;
}
