/** What was copied from elsewhere, and is looked for before the text is read: bullets of lists, and tables. */
import type { Shape } from '../schema/schema.ts';
import { lineEnd } from '../text/lines.ts';
import { aroundFence } from './fence.ts';
import { Holders } from './holders.ts';
import { type Lines, linesOf, readable, without } from './lines.ts';
import { maskSigns } from './maskSigns.ts';
import type { ParseError } from './parseError.ts';
import { type Table, tablesOf } from './tables.ts';

/** The lines with hyphens' look-alikes in one form, and the tables among them. */
function found(
  lines: Lines,
  shape: Shape,
  errors: ParseError[],
): { readonly masked: Lines; readonly tables: readonly Table[] } {
  let known: Holders | undefined;
  const holders = () => {
    known ??= new Holders(lines, shape);
    return known;
  };
  const masked = maskSigns(lines, holders, errors);
  return { masked, tables: tablesOf(masked, holders) };
}

/** The lines of a plan without the fence and the sentences of the chat that it was copied from. */
function withoutFence(lines: Lines, shape: Shape, errors: ParseError[]): Lines {
  const { text } = lines;
  const spans = aroundFence(text, shape);
  const [first] = spans;
  if (!first) return lines;
  const start = first.start + text.slice(first.start, first.end).search(/\S/);
  const repair = spans.map((span) => ({ ...span, text: '' }));
  errors.push({ kind: 'fence', start, end: lineEnd(text, start), repair });
  return linesOf(without(text, spans, ' '));
}

/** The lines as they can be read: bullets under the key of a list are in one form, tables are set aside, which is an error each. */
export function withoutPasted(written: Lines, shape: Shape, errors: ParseError[]): Lines {
  const lines = withoutFence(written, shape, errors);
  const { masked, tables } = found(lines, shape, errors);
  for (const { start } of tables) errors.push({ kind: 'pasted-table', start, end: lineEnd(lines.text, start) });
  if (tables.length === 0) return masked;
  const rest = without(masked.text, tables, ' ');
  return masked.moved ? withBlanks(masked, rest, tables) : linesOf(rest);
}

/** The same lines, of which some have nothing in them any more. */
function withBlanks(lines: Lines, text: string, tables: readonly Table[]): Lines {
  const indents = lines.indents.map((indent, line) => {
    const start = lines.starts[line] as number;
    return tables.some((table) => start <= table.end && (lines.starts[line + 1] ?? text.length) > table.start)
      ? -1
      : indent;
  });
  return { ...lines, text, indents };
}

/** The tables in a text of that shape. */
export function tablesIn(text: string, shape: Shape): readonly Table[] {
  return found(withoutFence(readable(text, []).lines, shape, []), shape, []).tables;
}
