/** Safety of fixes: what holds for every fix that is made without asking, whatever the rule promises. */
import type { Fix } from '../diagnostics/rule.ts';
import { bulletAt } from '../syntax/keyPattern.ts';
import { plainOf, straysIn } from '../syntax/strayCharacters.ts';
import { readings } from '../text/dateFormats.ts';
import { apply, type Edit } from '../text/edit.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** So much of a line is looked at before and after what edits touch: of more, nothing else is said. */
const near = 1000;

/** The lines that edits touch, in the text before them: whole, if they are not longer than a page. */
function linesOf(text: string, { edits }: Fix): Span {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  return { start: Math.max(lineStart(text, start), start - near), end: Math.min(lineEnd(text, end), end + near) };
}

/** How many lines say something: not empty, and no comment. */
function contentLines(text: string): number {
  return text.split('\n').filter((line) => /^\s*[^\s#]/.test(line)).length;
}

/** How often each word occurs: letters and digits, in any case and width. */
function words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Whether every word of a text is in another, as often. */
function keepsWords(before: string, after: string): boolean {
  const kept = words(after);
  return [...words(before)].every(([word, count]) => (kept.get(word) ?? 0) >= count);
}

/** Whether an edit writes a day in our form that was written in another, and can mean no other day. */
function keepsDay(text: string, { span, text: written }: Edit): boolean {
  const [day, ...others] = readings(text.slice(span.start, span.end));
  return day === written && others.length === 0;
}

/** How YAML writes that there is nothing. */
const nothing = /^(?:~|null|Null|NULL)?$/;

/** Whether an edit writes a text in quotes that begins with the sign of an item: `"- Sales"`. */
function quotesItem({ text }: Edit): boolean {
  const inner = /^\s*\[?["']\s*/.exec(text)?.[0].length;
  return inner !== undefined && (text[inner] === '-' || bulletAt(text, inner) > 0);
}

/**
 * Whether a fix of a finding at `span` is safe by what it does to the text: it joins no lines, keeps every word, makes no
 * text of what means nothing, and no part of a text of what begins an item. `text` is the text before it.
 */
export function keepsContent(text: string, span: Span, fix: Fix): boolean {
  if (nothing.test(text.slice(span.start, span.end).trim()) && fix.edits.some((edit) => /["']/.test(edit.text)))
    return false;
  if (fix.edits.some(quotesItem)) return false;
  const { start, end } = linesOf(text, fix);
  const lines = text.slice(start, end);
  const after = apply(
    lines,
    fix.edits.map((edit) => ({ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } })),
  );
  // Characters that nobody sees are no words.
  const before = plainOf(lines, straysIn(lines)).text;
  if (contentLines(after) < contentLines(before)) return false;
  return keepsWords(before, after) || fix.edits.every((edit) => keepsDay(text, edit));
}
