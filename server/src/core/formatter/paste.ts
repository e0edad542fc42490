/** Re-indents pasted lines for the depth at which they land. */

import { indentStep } from '../edits/yamlEdit.ts';
import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import { keyAt, keyName } from '../syntax/keyPattern.ts';
import { isMap, pairOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak, lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { columnBelow, columnWithin } from './newLine.ts';
import { type Opening, openingAt } from './openBlocks.ts';
import { inForm } from './pastedForm.ts';

/** Lines that were copied, and how far each is indented; -1 for empty ones. */
interface Copied {
  readonly lines: readonly string[];
  readonly columns: readonly number[];
  /** They begin with an item. */
  readonly dash: boolean;
  /** The first key, after the hyphen if there is one. */
  readonly key: string | undefined;
}

/** Where copied lines begin: in a column, and after a hyphen if they need one to be an item. */
interface Landing {
  readonly column: number;
  readonly hyphen?: boolean;
}

const indentOf = (line: string) => (line.trim() === '' ? -1 : line.search(/[^ ]/));

/** Other blanks than spaces are text: Chinese paragraphs begin with two wide ones. */
const withoutIndent = (line: string) => (line.trim() === '' ? '' : line.replace(/^ +/, ''));

/** The column in which the first line stood, whose blanks may not have been copied with it. */
function firstColumn(lines: readonly string[], columns: readonly number[], step: number): number {
  const own = columns[0] as number;
  const below = columns.slice(1).filter((other) => other >= 0);
  const least = Math.min(...below);
  if (own > 0 || below.length === 0 || least === 0) return own;
  const first = lines[0] as string;
  const width = /^-\s+/.exec(first)?.[0].length ?? 0;
  const dashed = lines.some(
    (line, index) => index > 0 && columns[index] === least && line.trimStart().startsWith('- '),
  );
  if (width > 0) return dashed ? least : Math.max(0, least - width);
  return /:\s*(#.*)?$/.test(first) && below[0] === least ? Math.max(0, least - step) : least;
}

/** The copied lines as a block of items or keys; undefined where they are neither, or end further left than they begin. */
function copiedLines(text: string, step: number): Copied | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1)?.trim() === '') lines.pop();
  while (lines[0]?.trim() === '') lines.shift();
  const columns = lines.map(indentOf);
  const [first] = lines;
  if (first === undefined || /^[ ]*\t/m.test(text)) return undefined;
  const begin = firstColumn(lines, columns, step);
  columns[0] = begin;
  const notes = lines.map((line) => line.trimStart().startsWith('#'));
  if (columns.some((other, index) => other >= 0 && other < begin && !notes[index])) return undefined;
  const row = lines.findIndex((_, index) => (columns[index] as number) >= 0 && !notes[index]);
  const source = lines[row]?.trim() ?? '';
  const dash = /^-(\s+|$)/.exec(source)?.[0] ?? '';
  const key = keyAt(source, dash.length)?.source;
  if (!dash && key === undefined) return undefined;
  return {
    lines: lines.map(withoutIndent),
    columns: columns.map((other) => (other < 0 ? -1 : Math.max(0, other - begin))),
    dash: dash !== '',
    key: key === undefined ? undefined : keyName(key),
  };
}

/** Whether an item of a list can be what was copied: one with such a key, or a text. */
function takesItem(shape: Shape | undefined, { key }: Copied): boolean {
  const items = shape?.items;
  if (!items) return false;
  return key === undefined ? items.types.includes('string') : items.key(key) !== undefined;
}

/** Where copied lines can go on, the innermost place first. */
function* landings(reading: Reading, { parts, pending }: Opening, copied: Copied, step: number): Iterable<Landing> {
  if (!reading.root && !copied.dash) yield { column: 0 };
  if (pending?.kind === 'key') {
    const { shape } = pending;
    if (takesItem(shape, copied)) yield { column: columnBelow(reading, pending, true, step), hyphen: !copied.dash };
    else if (!copied.dash && copied.key !== undefined && shape?.key(copied.key))
      yield { column: columnBelow(reading, pending, false, step) };
  }
  for (const { at, column: own, shape } of parts.toReversed()) {
    if (isMap(at)) {
      if (!copied.dash && copied.key !== undefined && shape?.key(copied.key) && !pairOf(at, copied.key))
        yield { column: own };
    } else if (copied.dash && takesItem(shape, copied)) yield { column: own };
  }
}

/** Where the lines land: where the cursor stands, if that is one of the places, else in the innermost one. */
function landing(
  reading: Reading,
  opening: Opening,
  copied: Copied,
  cursor: number,
  step: number,
): Landing | undefined {
  const places = [...landings(reading, opening, copied, step)];
  return places.find((place) => place.column === cursor) ?? places[0];
}

/** The lines of a text put below each other in a column, as they stood to each other; the first is a `whole` line or a part of one. */
function inColumn(text: string, to: number, feed: string, whole: boolean, step: number): string {
  const lines = text.split(/\r?\n/);
  const columns = lines.map(indentOf);
  if (whole) columns[0] = firstColumn(lines, columns, step);
  const least = Math.min(...columns.slice(whole ? 0 : 1).filter((column) => column >= 0));
  const [first = '', ...below] = lines;
  const moved = below.map((line) => (line.trim() === '' ? '' : ' '.repeat(to) + line.slice(least)));
  return [whole ? withoutIndent(first) : first, ...moved].join(feed);
}

/**
 * What to put in place of `span` when `written` is pasted there: a block of keys or items in the column where it belongs,
 * a text within a text in that of its other lines. The span of the edit may begin earlier, never later. Undefined where
 * pasting as always is right.
 */
export function pasting(reading: Reading, span: Span, written: string): Edit | undefined {
  const { text } = reading;
  if (!written.includes('\n')) return undefined;
  let pasted = written;
  const start = lineStart(text, span.start);
  const before = text.slice(start, span.start);
  const after = text.slice(span.end, lineEnd(text, span.end));
  const feed = lineBreak(text);
  const step = indentStep(reading);
  const inside = openingAt(reading, span.start);
  const { leaf } = inside;
  if (leaf?.node.kind === 'scalar' && (leaf.node.style === 'block' || before.trim() !== '')) {
    const holder = inside.parts.at(-1);
    const ends = leaf.start + leaf.node.length;
    const below = text.indexOf('\n', leaf.start) + 1 || text.length;
    const block = leaf.node.style === 'block';
    if (/^[ \t]*$/.test(text.slice(ends, span.start)) || (block && before.length > (holder?.column ?? 0))) {
      const own = /^(?:[ \t]*\r?\n)*( *)/.exec(text.slice(below, ends))?.[1]?.length ?? 0;
      const to = below < ends ? own : columnWithin(holder, step);
      const put = inColumn(pasted, to, feed, before.trim() === '', step);
      // What stood after the cursor goes on below whole lines, in their column.
      return { span, text: after.trim() !== '' && put.endsWith(feed) ? put + ' '.repeat(to) : put };
    }
  }
  const opening = openingAt(reading, start);
  if (before.trim() === '') pasted = inForm(reading, opening, written);
  const copied = copiedLines(pasted, step);
  const dash = /^( *)- +$/.exec(before);
  if (!copied || (before.trim() !== '' && !dash)) return undefined;
  const whole = /\n[ \t]*$/.test(pasted);
  if (after.trim() !== '' && (!whole || dash)) return undefined;
  const place = dash ? { column: (dash[1] as string).length } : landing(reading, opening, copied, before.length, step);
  if (!place) return undefined;
  const deeper = place.hyphen || (dash && !copied.dash) ? 2 : 0;
  const lines = copied.lines.map((line, index) => {
    const own = copied.columns[index] as number;
    return own < 0 ? '' : ' '.repeat(place.column + deeper + own) + line;
  });
  let [first = ''] = lines;
  if (place.hyphen) first = `${' '.repeat(place.column)}- ${withoutIndent(first)}`;
  let begin = span.start;
  if (dash) first = withoutIndent(first).replace(/^-\s+/, '');
  else {
    const missing = first.search(/[^ ]/) - before.length;
    first = ' '.repeat(Math.max(0, missing)) + withoutIndent(first);
    begin += Math.min(0, missing);
  }
  const end = after.trim() !== '' ? feed + ' '.repeat(column(text, span.end)) : whole ? feed : '';
  return { span: { start: begin, end: span.end }, text: [first, ...lines.slice(1)].join(feed) + end };
}
