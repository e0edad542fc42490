/** Indentation of a line just opened with Enter. */

import { indentStep } from '../edits/yamlEdit.ts';
import type { Reading } from '../model/reading.ts';
import type { Shape } from '../schema/schema.ts';
import { keyAt } from '../syntax/keyPattern.ts';
import type { At } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import { type OpenPart, openingAt } from './openBlocks.ts';

/** Whether only a text, a number or a date can stand at a place: nothing goes on below its key. */
function single(shape: Shape | undefined): boolean {
  return (
    shape !== undefined && shape.types.length > 0 && !shape.types.some((type) => type === 'object' || type === 'array')
  );
}

/** Offset of the first character of a line that is not blank. */
function contentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** The column of what stands below a key, where something does; else one step deeper than the key. */
export function columnBelow(
  { text }: Reading,
  key: { readonly start: number; readonly column: number },
  list: boolean,
  step: number,
): number {
  for (let at = lineEnd(text, key.start); at < text.length; at = lineEnd(text, at + 1)) {
    const start = lineStart(text, at + (text[at] === '\r' ? 2 : 1));
    const content = contentOf(text, start);
    if (start <= at) break;
    if (content >= lineEnd(text, content) || text[content] === '#') continue;
    const own = content - start;
    const dash = text[content] === '-';
    return own > key.column || (own === key.column && dash && list) ? own : key.column + step;
  }
  return key.column + step;
}

/** The column of what goes on below the line on which it begins: deeper than what holds it. */
export function columnWithin(holder: OpenPart | undefined, step: number): number {
  return (holder?.column ?? 0) + (holder?.at.node.kind === 'list' ? 2 : step);
}

/** The column in which a text goes on below its first line. */
function textColumn({ text }: Reading, leaf: At, above: number, holder: OpenPart | undefined, step: number): number {
  const first = lineStart(text, leaf.start);
  if (above > first && /\S/.test(text.slice(above, lineEnd(text, above)))) return contentOf(text, above) - above;
  return columnWithin(holder, step);
}

/**
 * The change that puts the line of `offset`, which was just opened, where it most likely goes on; undefined where it
 * stands there already, or nobody can tell.
 */
export function newLine(reading: Reading, offset: number): Edit | undefined {
  const { text } = reading;
  const start = lineStart(text, offset);
  if (start === 0) return undefined;
  const above = lineStart(text, start - 1);
  const content = contentOf(text, above);
  const end = lineEnd(text, above);
  // Below an empty line or a comment the editor goes on in the same column.
  if (content >= end || text[content] === '#') return undefined;
  const own = contentOf(text, start);
  const rest = text.slice(own, lineEnd(text, own));
  const step = indentStep(reading);
  const { parts, pending, leaf } = openingAt(reading, end);
  const part = parts.at(-1);
  const to = (column: number): Edit | undefined =>
    own - start === column ? undefined : { span: { start, end: own }, text: ' '.repeat(column) };
  if (leaf?.node.kind === 'scalar') {
    const { style, length } = leaf.node;
    const inside = style === 'block' ? leaf.start < end && leaf.start + length >= content : leaf.start + length > own;
    const goesOn = inside || (rest !== '' && style === 'plain' && leaf.start + length >= end && isProse(text, own));
    if (goesOn) return to(textColumn(reading, leaf, above, part, step));
  }
  // What goes on below its first line could not be read where that begins too far left.
  const sign = leaf && leaf.node.kind !== 'scalar' ? (text[leaf.start] ?? '') : '';
  if (leaf && rest !== '' && /["']/.test(sign)) return to(textColumn(reading, leaf, above, part, step));
  if (leaf && /[[{]/.test(sign) && (leaf.node.kind === 'broken' || leaf.start + leaf.node.length > own)) {
    const deeper = part?.at.node.kind === 'list' && lineStart(text, leaf.start) === above ? step : 0;
    return /^[\]}]/.test(rest) ? undefined : to(textColumn(reading, leaf, above, part, step) + deeper);
  }
  if (rest !== '' || !part) return undefined;
  if (pending && lineStart(text, pending.start) === above) {
    if (pending.kind === 'dash') return leaves(text, parts, above, start, own);
    const deeper = !single(pending.shape);
    return to(deeper ? columnBelow(reading, pending, pending.shape?.items !== undefined, step) : pending.column);
  }
  const last = leaf ? leaf.start + leaf.node.length : -1;
  return leaf && lineStart(text, last) === above && leaf.node.kind !== 'broken' ? to(part.column) : undefined;
}

/** Whether a line is neither a key nor an item nor a note. */
function isProse(text: string, at: number): boolean {
  return !keyAt(text, at) && !/[-#\]}]/.test(text[at] ?? '');
}

/** Enter after a lone hyphen ends the list: removes the hyphen and outdents. */
function leaves(text: string, parts: readonly OpenPart[], above: number, start: number, own: number): Edit | undefined {
  const outer = parts.at(-2);
  if (!outer || !/^[ \t]*-[ \t]*\r?\n$/.test(text.slice(above, start))) return undefined;
  return { span: { start: above, end: own }, text: ' '.repeat(outer.column) };
}
