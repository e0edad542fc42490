/**
 * Lines under the key of a list without a hyphen, one item each:
 *
 *     evidence:
 *       Order book 2026
 *       Survey of 40 clients
 */

import { onlyList } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { beginsLine, column, lineBreak, lineEnd, lineStart, trimmedEnd } from '../text/lines.ts';
import { hasWord } from '../text/spelling.ts';
import { itemSigns } from './itemSigns.ts';
import { columnBehindHyphens, isFormatKey, keyAt } from './keyPattern.ts';
import type { ParseError, Repair } from './parseError.ts';
import { inQuotes } from './quoting.ts';
import { List, type Node } from './tree.ts';
import { parseBlock } from './yamlBlock.ts';

/** A line of an item: where its text begins and ends, its sign left out. */
interface ItemLine {
  /** Where it begins with its sign. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** The list that was meant, and the error that it is not written as one. */
export interface BareItems {
  readonly list: List;
  readonly error: ParseError;
}

/** What no item is written without: a comma or semicolon at the end of each line. */
const separator = /[;,；，、]$/;

/** A line as an item: in quotes where it needs them to be read as what it says. */
function asItem(text: string): string {
  const { node, errors, ambiguities } = parseBlock(`- ${text}`);
  const item = node.kind === 'list' ? node.items[0]?.node : undefined;
  const sound = errors.length === 0 && ambiguities.length === 0 && item?.kind === 'scalar';
  if (sound && (item.value === text || item.style === 'double' || item.style === 'single' || text.includes('\n')))
    return text;
  return inQuotes(text);
}

/** The lines of a text, those that stand further right joined to the one above; undefined where one of them is something else. */
function itemLines(text: string, start: number, end: number): (ItemLine & { signed: boolean })[] | undefined {
  const lines: { at: number; end: number }[] = [];
  for (let at = start; at < end; at = lineEnd(text, at) + 1) {
    const stop = Math.min(end, lineEnd(text, at));
    const line = text.slice(at, stop);
    const blanks = /^\s*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || line[blanks] === '#') continue;
    const note = /\s#.*$/.exec(line)?.[0].length ?? 0;
    lines.push({ at: at + blanks, end: stop - note });
  }
  const own = Math.min(...lines.flatMap(({ at }) => (beginsLine(text, at) ? column(text, at) : [])));
  const begins = ({ at }: { at: number }, index: number) => index === 0 || column(text, at) === own;
  /** The first line of each item, and where its last one ends. */
  const firsts: { at: number; last: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (begins(line, index)) firsts.push({ at: line.at, last: line.end });
    else (firsts.at(-1) as (typeof firsts)[0]).last = line.end;
  }
  const signs = itemSigns(
    text,
    firsts.map(({ at }) => at),
  );
  const items = firsts.map(({ at, last }, index) => {
    const from = at + (signs[index]?.width ?? 0);
    return { at, start: from, end: from + text.slice(from, last).trimEnd().length, signed: from > at };
  });
  const odd = items.some(({ at, start: from }) => {
    const key = keyAt(text, from)?.source;
    return /^(?:[[{"'|>&*!%@`]|- )/.test(text.slice(at, at + 2)) || (key !== undefined && isFormatKey(key));
  });
  const empty = items.some(({ start: from, end: to }) => !hasWord(text.slice(from, to)));
  return odd || empty || (items.length < 2 && !signs[0]) ? undefined : items;
}

/** Whether all lines but the last end with a sign that separates items. */
function areSeparated(text: string, lines: readonly ItemLine[]): boolean {
  return lines.length > 1 && lines.slice(0, -1).every(({ end }) => separator.test(text[end - 1] as string));
}

/** The lines of a text as items; undefined where they are something else, or have no signs, unless they may be `bare`. */
export function itemsOfLines(text: string, bare: boolean): string[] | undefined {
  const lines = itemLines(text, 0, text.length);
  if (!lines || !(bare || lines.every(({ signed }) => signed))) return undefined;
  const separated = areSeparated(text, lines);
  return lines.map(({ start, end }) => {
    const own = text.slice(start, separated && separator.test(text[end - 1] as string) ? end - 1 : end);
    return `- ${asItem(own)}`;
  });
}

/** Where the lines of a node begin and end, if it can have been meant as items; undefined where it cannot. */
function extentOf(text: string, node: Node, start: number): { from: number; end: number } | undefined {
  const end = start + node.length;
  if (node.kind === 'scalar' && node.style === 'block') {
    const sign = /^[|>][-+]?[ \t]*\r?\n/.exec(text.slice(start, start + 20))?.[0];
    return sign ? { from: start + sign.length, end } : undefined;
  }
  if (node.kind === 'list' || (node.kind === 'scalar' && node.style !== 'plain')) return undefined;
  if (node.kind === 'map') {
    if (node.flow || node.pairs.some(({ name, value }) => isFormatKey(name) || value.kind !== 'scalar'))
      return undefined;
    return { from: start, end: Math.min(lineEnd(text, end), text.length) };
  }
  return { from: start, end };
}

/** The column of an item that stands by itself: where it begins on a line, or one step deeper than its key. */
function columnBelow(text: string, at: number): number {
  const line = text.slice(lineStart(text, at), at);
  return line.trim() === '' ? line.length : columnBehindHyphens(line) + 2;
}

/** The items that the lines of a node were meant as, in a place of that shape. */
export function bareItems(text: string, node: Node, start: number, shape: Shape): BareItems | undefined {
  if (!onlyList(shape) || !shape.items?.types.includes('string') || node.length === 0) return undefined;
  if (node.kind !== 'scalar' && !text.slice(start, start + node.length).includes('\n')) return undefined;
  const extent = extentOf(text, node, start);
  const lines = extent && itemLines(text, extent.from, extent.end);
  const [first, second] = lines ?? [];
  if (!extent || !lines || !first) return undefined;
  const own = second ? column(text, second.at) : columnBelow(text, first.at);
  const separated = areSeparated(text, lines);
  const repair: Repair[] = [];
  // Behind its key nothing stands but the items below it.
  const feed = lineBreak(text.slice(0, start + node.length));
  if (extent.from > start)
    repair.push({ start: trimmedEnd(text, { start: 0, end: start }), end: extent.from, text: feed });
  const items = lines.map(({ at, start: from, end: to }) => {
    const end = separated && separator.test(text[to - 1] as string) ? to - 1 : to;
    const begins = beginsLine(text, at);
    const edit = { start: begins ? lineStart(text, at) : trimmedEnd(text, { start: 0, end: at }), end: to };
    repair.push({ ...edit, text: `${begins ? '' : feed}${' '.repeat(own)}- ${asItem(text.slice(from, end))}` });
    const value = text.slice(from, end);
    return { at: from - start, node: { kind: 'scalar', length: end - from, value, style: 'plain' } as const };
  });
  const key = /(?<![^\s:：])([^\s:：]+)["']?\s*[:：]\s*$/.exec(text.slice(Math.max(0, start - 300), start))?.[1];
  const end = Math.min(lineEnd(text, first.at), first.end);
  const kind = second ? 'bare-items' : 'item-behind';
  const error: ParseError = { kind, start: first.at, end, word: key ?? '', repair };
  return { list: new List(Math.max(node.length, extent.end - start), false, items), error };
}
