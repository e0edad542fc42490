/** What was copied from elsewhere, and is looked for before the text is read: bullets of lists, and tables. */
import type { Shape } from '../schema/schema.ts';
import { Holders } from './holders.ts';
import { endOfLine, type Lines, linesOf, readable, without } from './lines.ts';
import { maskSigns } from './maskSigns.ts';
import type { ParseError } from './parseError.ts';
import { type Table, tablesOf } from './tables.ts';

/** The lines with hyphens' look-alikes in one form, and the tables among them. */
function found(lines: Lines, shape: Shape): { readonly masked: Lines; readonly tables: readonly Table[] } {
  let known: Holders | undefined;
  const holders = () => {
    known ??= new Holders(lines, shape);
    return known;
  };
  const masked = maskSigns(lines, holders);
  return { masked, tables: tablesOf(masked, holders) };
}

/** The lines as they can be read: bullets under the key of a list are in one form, tables are set aside, which is an error each. */
export function withoutPasted(lines: Lines, shape: Shape, errors: ParseError[]): Lines {
  const { masked, tables } = found(lines, shape);
  for (const { start } of tables) errors.push({ kind: 'pasted-table', start, end: endOfLine(lines.text, start) });
  if (tables.length === 0) return masked;
  const rest = linesOf(without(masked.text, tables, ' '));
  return { ...rest, ...(masked.signs && { signs: masked.signs }) };
}

/** The tables in a text of that shape. */
export function tablesIn(text: string, shape: Shape): readonly Table[] {
  return found(readable(text, []).lines, shape).tables;
}
