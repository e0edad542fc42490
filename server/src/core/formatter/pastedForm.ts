/** What was copied out of Word, a spreadsheet or a chat, as the plan has it: items, keys and values, or the plan in a fence. */
import { rowsAsItems, rowsAsKeys } from '../edits/pastedRows.ts';
import { writtenIds } from '../model/ids.ts';
import type { Reading } from '../model/reading.ts';
import { onlyList } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { itemsOfLines } from '../syntax/bareItems.ts';
import { aroundFence } from '../syntax/fence.ts';
import { linesOf } from '../syntax/lines.ts';
import { tablesOf } from '../syntax/tables.ts';
import { isList } from '../syntax/tree.ts';
import { apply } from '../text/edit.ts';
import type { Opening } from './openBlocks.ts';

/** The rows of a text that is a table from its first to its last line. */
function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const [table, ...more] = tablesOf(linesOf(text));
  if (!table || more.length) return undefined;
  return text.slice(0, table.start).trim() === '' && text.slice(table.end).trim() === '' ? table.rows : undefined;
}

/** The lists and sections that what is pasted can go on, the innermost first; whether nothing stands in them yet. */
function places({ parts, pending }: Opening): { readonly shape: Shape; readonly empty: boolean }[] {
  const open = parts.toReversed().flatMap(({ shape }) => (shape ? [{ shape, empty: false }] : []));
  return pending?.kind === 'key' && pending.shape ? [{ shape: pending.shape, empty: true }, ...open] : open;
}

/** The rows of a table as items or keys, where that fits. */
function rowsConverted(reading: Reading, text: string, opening: Opening): readonly string[] | undefined {
  const rows = rowsOf(text);
  if (!rows) return undefined;
  const ids = writtenIds(reading.text);
  for (const { shape, empty } of places(opening)) {
    const items = shape.items && rowsAsItems(rows, shape, 'item', ids);
    if (items && (empty || !items.guessed)) return items.lines;
    const keys = shape.items ? undefined : rowsAsKeys(rows, shape);
    if (keys) return keys;
  }
  return undefined;
}

/** The lines as items or keys in a place of that shape; undefined where they are neither. */
function converted(reading: Reading, text: string, opening: Opening): readonly string[] | undefined {
  const [place] = places(opening);
  const texts = onlyList(place?.shape) && place?.shape.items?.types.includes('string') === true;
  const here = texts && (place.empty || (isList(opening.parts.at(-1)?.at) && opening.pending === undefined));
  return (
    (here ? itemsOfLines(text, false) : undefined) ??
    rowsConverted(reading, text, opening) ??
    (here ? itemsOfLines(text, place.empty) : undefined)
  );
}

/** What is pasted at an opening, in the form that the plan has. */
export function inForm(reading: Reading, opening: Opening, pasted: string): string {
  const spans = aroundFence(pasted, reading.format.shape);
  const text = spans.length
    ? apply(
        pasted,
        spans.map((span) => ({ span, text: '' })),
      )
    : pasted;
  const lines = converted(reading, text, opening);
  return lines ? `${lines.join('\n')}${/\n[ \t]*$/.test(pasted) ? '\n' : ''}` : text;
}
