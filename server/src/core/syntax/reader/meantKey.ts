/** Keys of a section in another form: `Owner:Ana`, `Start date = 2027-01-04`, `**Owner:** Ana`, a name and a tab. */

import { keyMeant } from '../../schema/keyMeant.ts';
import { onlyKeys } from '../../schema/places.ts';
import type { Shape } from '../../schema/schema.ts';
import { withoutEnd } from '../../text/withoutEnd.ts';
import { almostKeyAt, separatorIn } from '../keyPattern.ts';
import type { ErrorKind } from '../parseError.ts';
import type { LineCursor, Range } from './lineCursor.ts';

/** A key that was meant: its name, how long it is as written, the offset after its separator, and what is wrong with it. */
export interface MeantKey {
  readonly name: string;
  readonly length: number;
  readonly after: number;
  readonly kind: ErrorKind;
}

/** The key that was meant at an offset of a line in a place of that shape. */
export function meantKeyAt(
  cursor: LineCursor,
  line: number,
  at: number,
  shape: Shape | undefined,
): MeantKey | undefined {
  if (!shape || shape.keys.length === 0) return undefined;
  const source = cursor.text.slice(at, cursor.lineEnd(line));
  const sign = /^[\p{L}*_`"'“【]/u.test(source) ? separatorIn(source) : null;
  if (!sign) return undefined;
  const words = source.slice(0, sign.index);
  // Signs of a chat may stand around a name.
  const name = keyMeant(shape, withoutEnd(words.replace(/^[\s*_`"'“”【】]+/, ''), /[\s*_`"'“”【】]/));
  if (!name) return undefined;
  const rest = source.slice(sign.index + sign[0].length);
  const blanks = /^(?:[*_`]{1,2}(?=\s|$))?[ \t\u00a0\u3000]*/.exec(rest)?.[0].length ?? 0;
  const kind = /[:]/.test(sign[0]) ? 'missing-space' : /：/.test(sign[0]) ? 'full-width' : 'missing-colon';
  return { name, length: words.trimEnd().length, after: at + source.length - rest.length + blanks, kind };
}

/** Whether a line of a run, in the column of its first, begins with what was meant as a key of a place that takes only keys. */
export function meansKeys(cursor: LineCursor, range: Range, column: number, shape: Shape | undefined): boolean {
  if (!onlyKeys(shape)) return false;
  for (let line = range.from; line < range.to; line++) {
    if (cursor.column(range, line) !== column) continue;
    const at = cursor.at(line, column);
    if (cursor.kindAt(at) === 'map' || meantKeyAt(cursor, line, at, shape)) return true;
    const almost = almostKeyAt(cursor.text, at, true);
    if (almost && shape.key(almost.source)) return true;
  }
  return false;
}
