/** Text edits on YAML that leave every other byte as it is. Undefined means: not possible without losing something. */

import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import {
  type At,
  indexOfItem,
  isList,
  isMap,
  itemAt,
  type List,
  type Mapping,
  type PairAt,
  pairOf,
  pairsOf,
  type Scalar,
  spanOf,
} from '../syntax/tree.ts';
import { parseBlock } from '../syntax/yamlBlock.ts';
import type { Edit } from '../text/edit.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { beginsLine, column, lineBreak, lineEnd, lineStart, trimmedEnd } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A text as it must be written to be read back as itself, in quotes only where it needs them; fit for `[…]` and `{…}` too. */
export function written(text: string): string {
  const read = (source: string) => {
    const block = parseBlock(`[${source}]`);
    const [item, ...more] = block.node.kind === 'list' ? block.node.items : [];
    return block.errors.length === 0 && more.length === 0 && item?.node.kind === 'scalar' && item.node.value === text;
  };
  return !/[\r\n]/.test(text) && read(text) && !text.includes(': ') ? text : JSON.stringify(text);
}

/** A text in place of a scalar, keeping the quotes that are there: `'Ana'`, O'Neil → `'O''Neil'`. */
export function writtenLike({ style }: Scalar, text: string): string {
  if (style === 'single') return `'${text.replaceAll("'", "''")}'`;
  return style === 'double' ? JSON.stringify(text) : written(text);
}

const steps = new WeakMap<Reading, { readonly columns: number }>();

/** The step of indentation that a plan uses between a section and what is in it. */
export function indentStep(plan: Reading): number {
  return getOrMake(steps, plan, () => ({ columns: firstStep(plan) })).columns;
}

function firstStep(plan: Reading): number {
  for (const pair of pairsOf(plan.root)) {
    if (isMap(pair.value) && !pair.value.node.flow) {
      const step = column(plan.text, pair.value.start) - column(plan.text, pair.key.start);
      if (step > 0) return step;
    }
  }
  return 2;
}

/** Puts lines at a depth: `indent` columns before each that is not empty. */
export function indented(lines: readonly string[], indent: number): string[] {
  return lines.map((line) => (line ? ' '.repeat(indent) + line : line));
}

/** An insertion of whole lines after the line in which `span` ends. */
function behind(plan: Reading, span: Span, lines: readonly string[]): Edit {
  const at = lineEnd(plan.text, trimmedEnd(plan.text, span));
  const nl = lineBreak(plan.text);
  return { span: { start: at, end: at }, text: nl + lines.join(nl) };
}

/**
 * Adds a key to a map, after the pair `after` (or as the last). `value` is YAML in one line; `lines` more lines below
 * it, indented as if the key stood in column 0 (only for maps in block style).
 */
export function addPair(
  plan: Reading,
  map: At<Mapping>,
  key: string,
  value: string,
  options: { after?: string | undefined; lines?: readonly string[] } = {},
): Edit {
  const pairs = pairsOf(map);
  const previous = pairs.find((pair) => pair.name === options.after) ?? pairs.at(-1);
  const line = value === '' ? `${key}:` : `${key}: ${value}`;
  if (map.node.flow) {
    if (!previous) return { span: { start: map.start + 1, end: map.start + 1 }, text: ` ${line} ` };
    const at = trimmedEnd(plan.text, previous.span);
    return { span: { start: at, end: at }, text: `, ${line}` };
  }
  // The first key may stand after a hyphen that lacks its space, or too far left.
  const below = pairs.slice(1).find(({ span }) => beginsLine(plan.text, span.start));
  const indent = column(plan.text, below?.span.start ?? map.start);
  return behind(plan, previous?.span ?? spanOf(map), indented([line, ...(options.lines ?? [])], indent));
}

/** Offset after a key's colon; undefined for a flow key without one. */
function behindColon(text: string, pair: PairAt): number | undefined {
  const colon = /^[ \t]*:/.exec(text.slice(pair.key.end, lineEnd(text, pair.key.end)));
  return colon ? pair.key.end + colon[0].length : undefined;
}

/** Puts a value (YAML in one line) after a key, in place of what stands there. */
export function setValue(plan: Reading, pair: PairAt, value: string): Edit {
  const { text } = plan;
  const span = spanOf(pair.value);
  if (span.end > span.start) return { span, text: value };
  const colon = behindColon(text, pair);
  if (colon === undefined) return { span: { start: pair.key.end, end: pair.key.end }, text: `: ${value}` };
  let end = colon;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const more = end < lineEnd(text, end) && !/[,}\]]/.test(text[end] ?? '');
  return { span: { start: colon, end }, text: ` ${value}${more || text[end] === '}' ? ' ' : ''}` };
}

/** The key after which a new one stands best in a map: the last one there that the format has before it. */
export function keyBefore(map: At<Mapping>, { keys }: Shape, key: string): string | undefined {
  return keys.slice(0, keys.indexOf(key)).findLast((before) => pairOf(map, before));
}

/** Sets `key: value` in a map: replaced where the key is written, added after `after` where it is not. */
export function setPair(plan: Reading, map: At<Mapping>, key: string, value: string, after?: string): Edit {
  const pair = pairOf(map, key);
  return pair ? setValue(plan, pair, value) : addPair(plan, map, key, value, { after });
}

/** Puts another word in place of one; quotes around it stay. */
export function replaceWord(plan: Reading, { value, span }: { value: string; span: Span }, word: string): Edit {
  const source = plan.text.slice(span.start, span.end);
  return { span, text: source.includes(value) ? source.replace(value, () => word) : word };
}

/** Adds items, written with commas between them, to a list in brackets. */
function addInline(plan: Reading, list: At<List>, items: string): Edit {
  const last = itemAt(list, list.node.items.length - 1);
  if (!last) return { span: { start: list.start + 1, end: list.start + 1 }, text: items };
  const end = trimmedEnd(plan.text, spanOf(last));
  return { span: { start: end, end }, text: `, ${items}` };
}

/** Takes an item out of a list, with its dash or comma; the list stays. Undefined where its lines hold something else too. */
export function removeItem(plan: Reading, list: At<List>, index: number): Edit | undefined {
  const { text } = plan;
  const item = itemAt(list, index) as At;
  const span = spanOf(item);
  if (list.node.flow) {
    const next = itemAt(list, index + 1);
    const before = itemAt(list, index - 1);
    if (next) {
      // A comment after the comma stays.
      const between = text.slice(span.end, next.start);
      const comma = between.indexOf(',');
      const end = between.includes('\n') && comma >= 0 ? span.end + comma + 1 : next.start;
      return { span: { start: span.start, end }, text: '' };
    }
    if (before && !text.slice(spanOf(before).end, span.start).includes('\n')) {
      return { span: { start: spanOf(before).end, end: span.end }, text: '' };
    }
    return { span, text: '' };
  }
  const lines = linesOfItem(plan, list, item);
  return lines && { span: lines, text: '' };
}

/** Whether a comment stands in a span; an unclear case counts as one. */
export function hasComment({ text }: Reading, span: Span): boolean {
  return /(^|\s)#/.test(text.slice(span.start, span.end));
}

/** Takes a key and its value out of a map. Undefined where nothing would be left, or a comment would go too. */
export function removePair(plan: Reading, map: At<Mapping>, key: string): Edit | undefined {
  const pairs = pairsOf(map);
  const index = pairs.findIndex((pair) => pair.name === key);
  const pair = pairs[index];
  if (!pair || pairs.length === 1) return undefined;
  const span = placeOfPair(plan, map, pairs, index);
  return hasComment(plan, span) ? undefined : { span, text: '' };
}

/** A pair with what parts it from its neighbour: the comma, or the break and indentation in front of it. */
function placeOfPair({ text }: Reading, map: At<Mapping>, pairs: readonly PairAt[], index: number): Span {
  const pair = pairs[index] as PairAt;
  const [before, next] = [pairs[index - 1], pairs[index + 1]];
  const end = trimmedEnd(text, pair.span);
  if (!before) return { start: pair.key.start, end: (next as PairAt).key.start };
  if (map.node.flow) return { start: trimmedEnd(text, before.span), end };
  const start = lineStart(text, pair.key.start);
  return { start: start - (text[start - 2] === '\r' ? 2 : 1), end: lineEnd(text, end) };
}

/**
 * Takes what stands at `item` out of the list after a key; the only item goes with the key. Undefined where something
 * else would be lost.
 */
export function removeFromList(plan: Reading, map: At<Mapping>, key: string, item: Span): Edit | undefined {
  const list = pairOf(map, key)?.value;
  if (!list) return undefined;
  if (!isList(list) || list.node.items.length < 2) {
    const whole = removePair(plan, map, key);
    // Empty brackets are a list too; an empty block is not.
    return whole ?? (isList(list) && list.node.flow && list.node.items.length ? removeItem(plan, list, 0) : undefined);
  }
  const index = indexOfItem(list, item.start);
  return index < 0 ? undefined : removeItem(plan, list, index);
}

/**
 * The whole lines of an item of a list in block style: from the break before its dash to the end of its last line.
 * Undefined where something else begins on the line of the dash.
 */
function linesOfItem({ text }: Reading, list: At<List>, item: At): Span | undefined {
  const depth = column(text, list.start);
  let start = lineStart(text, item.start);
  while (start > 0 && !(text[start + depth] === '-' && text.slice(start, start + depth).trim() === '')) {
    start = lineStart(text, start - 1);
  }
  if (text[start + depth] !== '-' || text.slice(start, start + depth).trim() !== '') return undefined;
  if (start < lineStart(text, list.start)) return undefined;
  const end = lineEnd(text, trimmedEnd(text, spanOf(item)));
  if (start === 0) return { start, end: Math.min(end + lineBreak(text).length, text.length) };
  return { start: start - (text[start - 2] === '\r' ? 2 : 1), end };
}

/** An item of a list as text: its lines as they stand after the dash (the first) and under it, and in braces or brackets if it can be. */
export interface ItemText {
  readonly lines: readonly string[];
  readonly inline?: string;
}

/** An item made of keys and values (YAML in one line each; empty for a value still to be written). */
export function itemText(pairs: readonly (readonly [key: string, value: string])[]): ItemText {
  const lines = pairs.map(([key, value]) => (value === '' ? `${key}:` : `${key}: ${value}`));
  return { lines, inline: `{ ${lines.join(', ')} }` };
}

/** An item that stands in a list, as text that can be put elsewhere; a comment at the end of its last line comes along. */
export function itemTextAt(plan: Reading, list: At<List>, item: At): ItemText {
  const { text } = plan;
  const value = trimmedEnd(text, spanOf(item));
  const end = list.node.flow ? value : trimmedEnd(text, { start: value, end: lineEnd(text, value) });
  const depth = column(text, item.start);
  const [first = '', ...rest] = text.slice(item.start, end).split(/\r?\n/);
  const lines = [
    first,
    ...rest.map((line) => (line.slice(0, depth).trim() === '' ? line.slice(depth) : line.trimStart())),
  ];
  const flow = item.node.kind === 'scalar' || ('flow' in item.node && item.node.flow);
  return { lines, ...(flow && lines.length === 1 && end === value && { inline: first }) };
}

/** Items as the lines of a list in block style, its dashes in column 0. */
export function blockList(items: readonly ItemText[]): string[] {
  return items.flatMap(({ lines: [first = '', ...rest] }) => [`- ${first}`, ...indented(rest, 2)]);
}

/** Items in brackets; undefined where one of them does not fit into a line. */
export function inlineList(items: readonly ItemText[]): string | undefined {
  return items.every((item) => item.inline !== undefined)
    ? `[${items.map((item) => item.inline).join(', ')}]`
    : undefined;
}

/** Whether a value is absent or an empty `[]` or `{}`. */
function isBlank({ node }: At): boolean {
  if (node.kind === 'scalar') return node.value === null;
  return (node.kind === 'list' && node.items.length === 0) || (node.kind === 'map' && node.pairs.length === 0);
}

/**
 * Puts lines below a key that has no value yet; they are given as they stand after the key's column. Undefined where
 * something is written there that would be lost.
 */
export function putBelow(plan: Reading, pair: PairAt, lines: readonly string[]): Edit[] | undefined {
  const { text } = plan;
  const colon = behindColon(text, pair);
  if (colon === undefined || !isBlank(pair.value)) return undefined;
  const value = Math.max(colon, spanOf(pair.value).end);
  const end = lineEnd(text, value);
  const nl = lineBreak(text);
  const below = nl + indented(lines, column(text, pair.key.start)).join(nl);
  if (text.slice(value, end).trim() === '') return [{ span: { start: colon, end }, text: below }];
  // A comment stays after its key; empty brackets in front of it go.
  const insertion = { span: { start: end, end }, text: below };
  return value > colon ? [{ span: { start: colon, end: value }, text: '' }, insertion] : [insertion];
}

/**
 * Adds items to the list after a key of a map: to the list that is there, in place of an empty value, or with the key
 * (after the pair `after`). Undefined where something else stands there, or where the plan is written in braces and
 * the items do not fit.
 */
export function addToList(
  plan: Reading,
  map: At<Mapping>,
  key: string,
  items: readonly ItemText[],
  after?: string,
): Edit[] | undefined {
  const pair = pairOf(map, key);
  const step = indentStep(plan);
  const inline = inlineList(items);
  if (!pair) {
    if (!map.node.flow) return [addPair(plan, map, key, '', { after, lines: indented(blockList(items), step) })];
    return inline === undefined ? undefined : [addPair(plan, map, key, inline, { after })];
  }
  if (isList(pair.value) && pair.value.node.items.length > 0) {
    const list = pair.value;
    if (!list.node.flow) return [behind(plan, spanOf(list), indented(blockList(items), column(plan.text, list.start)))];
    return inline === undefined ? undefined : [addInline(plan, list, inline.slice(1, -1))];
  }
  if (!isBlank(pair.value)) return undefined;
  if (map.node.flow) return inline === undefined ? undefined : [setValue(plan, pair, inline)];
  return putBelow(plan, pair, indented(blockList(items), step));
}

/**
 * Writes a list of words in brackets after a key that has nothing in it yet, or with the key (after the pair `after`).
 * Undefined where something is written there that would be lost.
 */
export function writeWords(
  plan: Reading,
  map: At<Mapping>,
  key: string,
  words: readonly string[],
  after?: string,
): Edit | undefined {
  const pair = pairOf(map, key);
  if (pair && (!isBlank(pair.value) || plan.text.slice(pair.key.end, pair.span.end).includes('#'))) return undefined;
  return setPair(plan, map, key, `[${words.map(written).join(', ')}]`, after);
}
