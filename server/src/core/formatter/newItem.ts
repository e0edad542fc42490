/** Where the line of a new item goes. */

import type { Reading } from '../model/reading.ts';
import type { Edit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Opening, openingAt } from './openBlocks.ts';

/** What is open above the line that starts at `start` and begins in column `own`; undefined within a text or brackets. */
export function openAbove(reading: Reading, start: number, own: number): Opening | undefined {
  const opening = openingAt(reading, start);
  const { leaf, parts } = opening;
  const column = parts.at(-1)?.column ?? 0;
  if (!leaf || leaf.start + leaf.node.length <= start) return opening;
  // What begins in the column of keys or items cannot belong to a text without a sign.
  const plain = leaf.node.kind === 'scalar' && leaf.node.style === 'plain';
  return plain && own <= column ? opening : undefined;
}

/** The column for the hyphen of an item that stands in column `own`; undefined if more than one list may be meant. */
function itemColumn({ parts, pending }: Opening, own: number): number | undefined {
  const lists = parts.filter(({ at }) => at.node.kind === 'list').map(({ column }) => column);
  if (lists.includes(own)) return own;
  if (pending?.kind === 'key' && pending.shape?.items && own >= pending.column) return own;
  const outer = lists.findLast((column) => column < own);
  if (outer !== undefined) return own <= (parts.at(-1)?.column ?? 0) ? outer : undefined;
  return lists.length === 1 ? lists[0] : undefined;
}

/**
 * The change of the blanks in front of a hyphen that begins the line of `offset`: it puts the hyphen where the items of
 * the list around it stand. Undefined where it stands there already, or nobody can tell which list is meant.
 */
export function newItem(reading: Reading, offset: number): Edit | undefined {
  const { text } = reading;
  const start = lineStart(text, offset);
  const blanks = /^ *(?=-(?:[ \r\n]|$))/.exec(text.slice(start, lineEnd(text, start)))?.[0];
  if (blanks === undefined) return undefined;
  const own = blanks.length;
  const opening = openAbove(reading, start, own);
  const column = opening && itemColumn(opening, own);
  if (column === undefined || column === own) return undefined;
  return { span: { start, end: start + own }, text: ' '.repeat(column) };
}
