/** An item that begins with a bullet, a number, or a hyphen without its blank: `• text`, `1. text`, `-text`. */
import { bulletAt, numeralAt } from '../../keyPattern.ts';
import type { LineCursor } from '../lineCursor.ts';
import type { ListPiece } from '../places.ts';
import type { Reader } from '../reader.ts';

/** The sign with which an item begins: its length, and what is wrong with it; undefined where no item begins. */
export function itemSignAt(
  cursor: LineCursor,
  at: number,
): { readonly length: number; readonly wrong?: 'look-alike-dash' | 'missing-space' } | undefined {
  const { text } = cursor;
  if (cursor.dashAt(at)) return { length: 1 };
  const length = bulletAt(text, at) || numeralAt(text, at);
  if (length > 0) return { length, wrong: 'look-alike-dash' };
  // A line of hyphens (`---`) separates, it is no item.
  return text[at] === '-' && text[at + 1] !== '-' ? { length: 1, wrong: 'missing-space' } : undefined;
}

/** Reports a sign that is no hyphen with a blank, all bullets of a list as one error. Returns the offset after the sign. */
export function replaceBullet(reader: Reader, { list, lines, at }: ListPiece): number {
  const { cursor, text } = reader;
  const { length, wrong } = itemSignAt(cursor, at) ?? { length: 1 };
  let cut = at + length;
  while (/[ \t\u00a0\u3000]/.test(text[cut] ?? '')) cut++;
  if (!wrong) return cut;
  const tight = wrong === 'missing-space';
  const bare = cut >= cursor.lineEnd(lines.from);
  const edit = { start: at, end: bare ? at + 1 : cut, text: tight || !bare ? '- ' : '-' };
  if (list.bullets && !tight) list.bullets.push(edit);
  else {
    const repair = [edit];
    reader.report(wrong, at, at + length, { repair });
    if (!tight) list.bullets = repair;
  }
  if (tight && cut === at + 1) cursor.addMissingBlank(lines.from);
  return cut;
}
