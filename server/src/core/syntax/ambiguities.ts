/** Ambiguities of values: legal YAML that may mean something else than its author thinks. Offsets are those of the text. */
import { isDay, looksLikeDay } from '../text/day.ts';
import { lineEnd } from '../text/lines.ts';
import { almostKeyAt, bulletAt, numeralAt, separatorIn } from './keyPattern.ts';
import { otherQuotes } from './otherKeyboard.ts';
import type { Ambiguity } from './parseError.ts';
import type { Scalar } from './tree.ts';

/**
 * The comment that cuts off a text that ends at `end`, on its line or right below it: `cut` if it was hardly meant as one
 * (`room #3`), `note` if it may have been. Undefined where there is none, or it plainly is a comment.
 */
export function cutOff(text: string, end: number): { kind: 'cut' | 'note'; start: number; end: number } | undefined {
  const after = /[ \t]*(?:\r?\n[ \t]+)?/y;
  after.lastIndex = end;
  after.test(text);
  const start = after.lastIndex;
  if (text[start] !== '#' || start === end) return undefined;
  const stop = text.slice(start).search(/\r?\n|$/) + start;
  const comment = text.slice(start, stop);
  const below = /\n/.test(text.slice(end, start));
  if (/^#(levers-|\s*levers-ignore)/.test(comment)) return undefined;
  if (/^#[^\s#!]/.test(comment)) return { kind: 'cut', start, end: stop };
  // A sentence has single spaces; after two of them, or on a line of its own, a comment begins.
  return !below && start === end + 1 && /^#(?![#!])/.test(comment) ? { kind: 'note', start, end: stop } : undefined;
}

/** Whether the plain text at an offset begins its line, and begins as an item or a key does. */
export function beginsLikeBlock(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  if (start === 0 || text[start - 1] !== '\n') return false;
  return (
    bulletAt(text, at) > 0 ||
    numeralAt(text, at) > 0 ||
    text[at] === '-' ||
    almostKeyAt(text, at, false) !== undefined ||
    // A name and what it says, in another form.
    separatorIn(text.slice(at, lineEnd(text, at))) !== null
  );
}

/** The ambiguities of a scalar from `at` to `end`, in no order. */
export function ambiguitiesOf(text: string, at: number, end: number, { style, value }: Scalar): Ambiguity[] {
  const found: Ambiguity[] = [];
  const add = (kind: Ambiguity['kind'], start: number, to: number) =>
    found.push({ kind, start, end: Math.max(to, start), value: at });
  const source = text.slice(at, end);
  if (typeof value === 'string' && looksLikeDay(value) && !isDay(value)) add('no-day', at, end);
  if (style === 'plain') {
    const item = /(?<=\n)([ \t]*)-[ \t][^\r\n]*/.exec(source);
    if (item) add('items', at + item.index + (item[1] as string).length, at + item.index + item[0].length);
    if (typeof value === 'number' && /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(source)) add('thousands', at, end);
    if (typeof value === 'string' && otherQuotes.test(source)) add('curly', at, end);
    // An empty value is the business of whoever knows the sign before it.
    const comment = end > at ? cutOff(text, end) : undefined;
    if (comment) add(comment.kind, comment.start, comment.end);
    else if (text[end] === ',' && /[0-9]/.test(text[end - 1] ?? '') && /[0-9]/.test(text[end + 1] ?? ''))
      add('comma', end, end + 1);
  } else if (style !== 'block') {
    const comment = cutOff(text, end);
    if (comment?.kind === 'cut') add('cut', comment.start, comment.end);
  }
  if (style === 'double') {
    const odd =
      /(?<!\\)(?:\\\\)*(\\[0abtvefNLP_ x])/.exec(source) ??
      (/^"[A-Za-z]:\\(?!\\)/.test(source) ? /\\/.exec(source) : null);
    if (odd && !source.includes('\n'))
      add('backslash', at + odd.index + odd[0].length - (odd[1] ?? odd[0]).length, end);
  } else if (style === 'block' && value === '') add('empty-block', at, end);
  return found;
}
