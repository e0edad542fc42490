/** Values that cannot be read: what stands there, and what its place takes. One look that all rules on reading errors share. */

import type { SchemaViolation } from '../model/formatCheck.ts';
import type { Reading } from '../model/reading.ts';
import { isUndecided } from '../model/undecided.ts';
import { choicesMeant } from '../schema/choices.ts';
import type { Step } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { type FlowCollection, innermost, readFlow } from '../syntax/flow.ts';
import type { ParseError } from '../syntax/parseError.ts';
import { withoutComment } from '../syntax/quoting.ts';
import { spanOf, spotAt } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { truthOf } from './meant.ts';

/** A value that cannot be read. */
export interface UnreadValue {
  readonly shape: Shape;
  readonly path: readonly Step[];
  readonly span: Span;
  /** What is written there. */
  readonly source: string;
  /** It says no more than that it is not decided yet. */
  readonly undecided: boolean;
}

/** Whether a text says no more than "not decided yet" at a place; where it is one of the words for a choice, it says that. */
function leavesOpen(shape: Shape, text: string): boolean {
  if (!isUndecided(text) || choicesMeant(shape, text).length > 0) return false;
  return !(shape.types.includes('boolean') && truthOf(text) !== undefined);
}

/** Whether what the format does not take at a place only says that it is not decided yet. */
export function saysUndecided({ text }: Reading, { kind, at, shape, path }: SchemaViolation): boolean {
  if (path.length === 0) return false;
  if (kind !== 'wrong-type' && kind !== 'unknown-value' && kind !== 'malformed-value') return false;
  const { node } = at;
  if (node.kind === 'scalar') return typeof node.value === 'string' && leavesOpen(shape, node.value);
  if (node.kind === 'broken' || !node.flow) return false;
  const { start, end } = spanOf(at);
  // What stands in brackets at a place that takes a list is judged item by item.
  return (takesText(shape) || !shape.items) && leavesOpen(shape, text.slice(start, end));
}

/** The value in brackets around an offset: its path, and where it stands. */
function inBrackets(
  text: string,
  outer: FlowCollection,
  at: number,
): { path: readonly Step[]; span: Span } | undefined {
  let frame: FlowCollection | undefined = innermost(outer, at);
  // The braces of `{{ owner }}` are one gap, which begins with the outer ones.
  if (frame && frame !== outer && text[frame.start - 1] === '{' && text[frame.start] === '{')
    frame = innermost(outer, frame.start - 1);
  if (!frame) return undefined;
  const { entries, type } = frame;
  const index = entries.findLastIndex(({ start }) => start <= at);
  const entry = entries[index];
  // Of several colons the first is that of the key.
  const colon = entry?.colon === undefined || !entry.key ? -1 : text.indexOf(':', entry.key.end) + 1;
  if (!entry || (type === '{' && (colon <= 0 || at < colon))) return undefined;
  let start = type === '{' ? colon : entry.start;
  let end = index + 1 < entries.length ? (entries[index + 1]?.start ?? frame.end) - 1 : frame.end;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (text.slice(start, end).includes('\n')) return undefined;
  return { path: [...frame.path, type === '[' ? 0 : (entry.key?.text ?? '')], span: { start, end } };
}

/** The value that an error stands in, as far as the format knows its place; undefined where it is no single value. */
export function unreadAt({ text, root, format }: Reading, error: ParseError): UnreadValue | undefined {
  const spot = spotAt(root, error.start);
  if (spot?.on !== 'value' || spot.value.node.kind !== 'broken') return undefined;
  const whole = spanOf(spot.value);
  const full = text.slice(whole.start, whole.end);
  const found = (path: readonly Step[], span: Span): UnreadValue | undefined => {
    const shape = format.shapeAt(path);
    const source = text.slice(span.start, span.end);
    return shape && path.length > 0 && source !== ''
      ? { shape, path, span, source, undecided: leavesOpen(shape, source) }
      : undefined;
  };
  const source = withoutComment(full);
  const outerShape = format.shapeAt(spot.path);
  const holds = outerShape?.types.some((type) => type === 'array' || type === 'object');
  if (/^[[{]/.test(full) && holds && !(isUndecided(source) && !outerShape?.items)) {
    const outer = readFlow(full, spot.path);
    const inner = outer && inBrackets(full, outer, error.start - whole.start);
    if (!inner && error.kind === 'special-start' && error.start === whole.start && !full.includes('\n'))
      return found(spot.path, { start: whole.start, end: whole.start + source.length });
    if (!inner) return undefined;
    // A quotation mark or bracket that is not closed runs over what follows, up to the next key or closing bracket.
    const written = full.slice(inner.span.start, inner.span.end);
    const open = error.kind === 'unclosed-quote' || error.kind === 'unclosed-bracket';
    const stop = open ? written.search(/,\s*[\w-]+:\s|(?<!\s)\s*[\]}]/) : -1;
    const end = whole.start + (stop < 0 ? inner.span.end : inner.span.start + stop);
    return found(inner.path, { start: whole.start + inner.span.start, end });
  }
  return full.includes('\n') ? undefined : found(spot.path, { start: whole.start, end: whole.start + source.length });
}
