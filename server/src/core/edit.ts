/** Small changes to the text of a plan that leave every other byte as it is. */
import { readLeaf } from './leaf.ts';
import type { Plan } from './plan.ts';
import type { Edit } from './rule.ts';
import {
  type At,
  isList,
  isMap,
  itemsOf,
  type List,
  type Mapping,
  type PairAt,
  pairOf,
  pairsOf,
  type Span,
  spanOf,
} from './tree.ts';

/** The text after a set of edits that do not overlap; of two at one place the one listed first comes first. */
export function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  for (const { edit } of sorted) {
    result += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/** The line break that a text uses. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  // `lastIndexOf` takes a negative offset for 0.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the last character of the line, its break not included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** The column of an offset, in UTF-16 units. */
export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The offset behind the last character of a span that is not blank. */
function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** A text as it must be written to be read back as itself, in quotes only where it needs them; fit for `[…]` and `{…}` too. */
export function written(text: string): string {
  const read = (source: string) => {
    const leaf = readLeaf(`[${source}]`);
    const [item, ...more] = leaf.node.kind === 'list' ? leaf.node.items : [];
    return leaf.faults.length === 0 && more.length === 0 && item?.node.kind === 'scalar' && item.node.value === text;
  };
  return !/[\r\n]/.test(text) && read(text) && !text.includes(': ') ? text : JSON.stringify(text);
}

/** The step of indentation that a plan uses between a section and what is in it. */
export function indentStep(plan: Plan): number {
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

/** An insertion of whole lines behind the line in which `span` ends. */
function behind(plan: Plan, span: Span, lines: readonly string[]): Edit {
  const at = lineEnd(plan.text, trimmedEnd(plan.text, span));
  const nl = lineBreak(plan.text);
  return { span: { start: at, end: at }, text: nl + lines.join(nl) };
}

/**
 * Adds a key to a map, behind the pair `after` (or as the last). `value` is YAML in one line; `lines` more lines below
 * it, indented as if the key stood in column 0 (only for maps in block style).
 */
export function addPair(
  plan: Plan,
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
  const indent = column(plan.text, map.start);
  return behind(plan, previous?.span ?? spanOf(map), indented([line, ...(options.lines ?? [])], indent));
}

/** Puts a value (YAML in one line) behind a key, in place of what stands there. */
export function setValue(plan: Plan, pair: PairAt, value: string): Edit {
  const { text } = plan;
  const span = spanOf(pair.value);
  if (span.end > span.start) return { span, text: value };
  const colon = text.indexOf(':', pair.key.end);
  let end = colon + 1;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const more = end < lineEnd(text, end) && !/[,}\]]/.test(text[end] ?? '');
  return { span: { start: colon + 1, end }, text: ` ${value}${more || text[end] === '}' ? ' ' : ''}` };
}

/** Sets `key: value` in a map: replaced where the key is written, added behind `after` where it is not. */
export function setPair(plan: Plan, map: At<Mapping>, key: string, value: string, after?: string): Edit {
  const pair = pairOf(map, key);
  return pair ? setValue(plan, pair, value) : addPair(plan, map, key, value, { after });
}

/** Adds an item to a list: YAML in one line, and more lines for a list in block style, indented as behind its dash. */
export function addItem(plan: Plan, list: At<List>, first: string, lines: readonly string[] = []): Edit {
  const last = itemsOf(list).at(-1);
  if (list.node.flow) {
    if (!last) return { span: { start: list.start + 1, end: list.start + 1 }, text: first };
    const end = trimmedEnd(plan.text, spanOf(last));
    return { span: { start: end, end }, text: `, ${first}` };
  }
  const indent = column(plan.text, list.start);
  return behind(plan, spanOf(list), indented([`- ${first}`, ...indented(lines, 2)], indent));
}

/** Takes an item out of a list, with its dash or comma; the list stays. */
export function removeItem(plan: Plan, list: At<List>, index: number): Edit {
  const items = itemsOf(list);
  const item = items[index] as At;
  const span = spanOf(item);
  if (list.node.flow) {
    const next = items[index + 1];
    const before = items[index - 1];
    if (next) return { span: { start: span.start, end: next.start }, text: '' };
    if (before) return { span: { start: spanOf(before).end, end: span.end }, text: '' };
    return { span, text: '' };
  }
  return { span: linesOfItem(plan, list, index), text: '' };
}

/** The whole lines of an item of a list in block style, from its dash to the break behind its last line. */
export function linesOfItem(plan: Plan, list: At<List>, index: number): Span {
  const item = itemsOf(list)[index] as At;
  const { text } = plan;
  const start = lineStart(text, text.lastIndexOf('-', item.start - 1));
  const end = lineEnd(text, trimmedEnd(text, spanOf(item)));
  const behindBreak = text.startsWith('\r\n', end) ? end + 2 : text[end] === '\n' ? end + 1 : end;
  return { start, end: behindBreak };
}

/** An item of a list as text: its lines as they stand behind the dash (the first) and under it, and in braces or brackets if it can be. */
export interface ItemText {
  readonly lines: readonly string[];
  readonly inline?: string;
}

/** An item made of keys and values (YAML in one line each; empty for a value still to be written). */
export function itemText(pairs: readonly (readonly [key: string, value: string])[]): ItemText {
  const lines = pairs.map(([key, value]) => (value === '' ? `${key}:` : `${key}: ${value}`));
  return { lines, inline: `{ ${lines.join(', ')} }` };
}

/** An item that stands in a plan, as text that can be put elsewhere. */
export function itemTextAt(plan: Plan, item: At): ItemText {
  const source = plan.text.slice(item.start, trimmedEnd(plan.text, spanOf(item)));
  const depth = column(plan.text, item.start);
  const [first = '', ...rest] = source.split(/\r?\n/);
  const lines = [
    first,
    ...rest.map((line) => (line.slice(0, depth).trim() === '' ? line.slice(depth) : line.trimStart())),
  ];
  const flow = item.node.kind === 'scalar' || ('flow' in item.node && item.node.flow);
  return { lines, ...(flow && lines.length === 1 && { inline: first }) };
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

/**
 * The span behind a key's colon that new lines below the key replace: all that is blank up to the line's end, or
 * nothing where a comment stands there.
 */
export function spaceBehind(plan: Plan, pair: PairAt): Span {
  const colon = plan.text.indexOf(':', pair.key.end) + 1;
  const end = lineEnd(plan.text, Math.max(colon, spanOf(pair.value).end));
  const comment = /^\s*#/.test(plan.text.slice(Math.max(colon, spanOf(pair.value).end), end));
  return comment ? { start: end, end } : { start: colon, end };
}

/**
 * Adds items to the list behind a key of a map: to the list that is there, in place of an empty value, or with the key
 * (behind the pair `after`). Undefined where the plan is written in braces there and the items do not fit.
 */
export function addToList(
  plan: Plan,
  map: At<Mapping>,
  key: string,
  items: readonly ItemText[],
  after?: string,
): Edit | undefined {
  const pair = pairOf(map, key);
  const step = indentStep(plan);
  const inline = inlineList(items);
  if (!pair) {
    if (!map.node.flow) return addPair(plan, map, key, '', { after, lines: indented(blockList(items), step) });
    return inline === undefined ? undefined : addPair(plan, map, key, inline, { after });
  }
  if (isList(pair.value) && pair.value.node.items.length > 0) {
    const list = pair.value;
    if (!list.node.flow) return behind(plan, spanOf(list), indented(blockList(items), column(plan.text, list.start)));
    return inline === undefined ? undefined : addItem(plan, list, inline.slice(1, -1));
  }
  if (map.node.flow) return inline === undefined ? undefined : setValue(plan, pair, inline);
  const lines = indented(blockList(items), column(plan.text, pair.key.start) + step);
  const nl = lineBreak(plan.text);
  return { span: spaceBehind(plan, pair), text: nl + lines.join(nl) };
}
