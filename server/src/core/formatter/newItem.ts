/** Where the line of a new item goes, and what else an empty line can go on with. */

import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import type { Edit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type Opening, type OpenPart, openingAt } from './openBlocks.ts';

/** What is open above the line that starts at `start` and begins in column `own`; undefined within a text or brackets. */
function openAbove(reading: Reading, start: number, own: number): Opening | undefined {
  const opening = openingAt(reading, start);
  const { leaf, parts } = opening;
  if (!leaf) return opening;
  const goesOn = leaf.start + leaf.node.length > start;
  const style = leaf.node.kind === 'scalar' ? leaf.node.style : undefined;
  if (style !== 'plain' && style !== 'block') return goesOn ? undefined : opening;
  // What begins in the column of keys or items belongs to no text but one in quotes.
  const deeper = own > (parts.at(-1)?.column ?? 0);
  return deeper && (goesOn || style === 'block') ? undefined : opening;
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

/** Whether the keys are sections, each of which holds keys or items of its own. */
function holdsSections({ keys, key }: Shape): boolean {
  return keys.length > 0 && keys.every((name) => (key(name)?.keys.length ?? 0) > 0);
}

/** A list or section that goes on further out, and the change of the blanks that puts a line there. */
export interface FurtherOut {
  readonly part: OpenPart;
  readonly indent: Edit;
}

/**
 * What the line of `offset`, on which stands nothing or a word at the cursor, can go on with in another column, the
 * innermost first: lists, the levers, the whole text. Without what would take lines below away from what holds them.
 */
export function furtherOut(reading: Reading, offset: number): FurtherOut[] {
  const { text } = reading;
  const start = lineStart(text, offset);
  const end = lineEnd(text, start);
  const [, blanks = '', word = ''] = /^( *)([\p{L}\p{N}-]*)$/u.exec(text.slice(start, end)) ?? [];
  const own = word ? blanks.length : offset - start;
  if (start + blanks.length + word.length < end || own > offset - start || word.startsWith('-')) return [];
  const { parts = [], pending } = openAbove(reading, start, own) ?? {};
  // First comes what goes below a key.
  if (pending && own > pending.column) return [];
  const below = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)\S/.exec(text.slice(text.indexOf('\n', end) + 1))?.[1]?.length;
  const open = parts.filter(
    ({ at, column, shape }, index) =>
      column !== own &&
      column >= (below ?? 0) &&
      (at.node.kind === 'list' || index === 0 || (shape && holdsSections(shape))),
  );
  const span = { start, end: start + blanks.length };
  return open.toReversed().map((part) => ({ part, indent: { span, text: ' '.repeat(part.column) } }));
}
