/** Formatter: minimal edits that bring a document to one style without changing what it means. */

import { readAgain } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import { type Lines, linesOf } from '../syntax/lines.ts';
import { isWhole } from '../syntax/parseError.ts';
import { parseBlock } from '../syntax/yamlBlock.ts';
import { apply, type Edit } from '../text/edit.ts';
import { lineBreak, lineEnd } from '../text/lines.ts';
import { Layout } from './layout.ts';
import { type ProtectedLines, repairable, unsound } from './protectedLines.ts';
import { sameData } from './sameData.ts';

/** What an editor may wish, named as in LSP's `FormattingOptions`; what is not said is done. */
export interface FormattingStyle {
  /** Columns of one step of indentation. */
  readonly tabSize: number;
  readonly trimTrailingWhitespace?: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/** A run of lines, both ends included. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
}

/** Steps that are too small or too large to be meant are those of our examples. */
function stepOf({ tabSize }: FormattingStyle): number {
  return Number.isInteger(tabSize) && tabSize >= 2 && tabSize <= 8 ? tabSize : 2;
}

/** Blanks at the ends of lines, more than one empty line in a row, and the end of the text. */
function* endings(
  text: string,
  lines: Lines,
  kept: ProtectedLines,
  layout: Layout,
  style: FormattingStyle,
): Iterable<Edit> {
  const { starts } = lines;
  const count = starts.length;
  const end = (line: number) => lineEnd(text, starts[line] as number);
  const empty = (line: number) => !layout.inText(line) && !/[^ \t]/.test(text.slice(starts[line], end(line)));
  let run = 0;
  for (let line = 0; line < count; line++) {
    const blank = empty(line);
    if (blank && line < count - 1) {
      run++;
      continue;
    }
    const from = line - run;
    const atEnd = blank && line === count - 1;
    // One empty line parts two groups; at the beginning and the end of a text there are none.
    const stays = atEnd ? (style.trimFinalNewlines === false ? run : 0) : from === 0 ? 0 : Math.min(run, 1);
    if (
      run > stays &&
      !kept.any(from, atEnd || from === 0 ? line : line - 1) &&
      !(from > 0 && kept.has(from - 1) && atEnd)
    )
      yield { span: { start: starts[from + stays] as number, end: starts[line] as number }, text: '' };
    else if (run > stays) yield* trailing(from + stays, line - 1);
    yield* trailing(from, from + Math.min(run, stays) - 1);
    run = 0;
    yield* trailing(line, line);
  }
  const last = text.length;
  if (
    style.insertFinalNewline !== false &&
    last > 0 &&
    !text.endsWith('\n') &&
    !kept.has(count - 1) &&
    !empty(count - 1)
  )
    yield { span: { start: last, end: last }, text: lineBreak(text) };

  function* trailing(first: number, to: number): Iterable<Edit> {
    for (let line = first; line <= to; line++) {
      if (style.trimTrailingWhitespace === false || kept.has(line) || layout.inText(line)) continue;
      const stop = end(line);
      let at = stop;
      while (at > (starts[line] as number) && /[ \t]/.test(text[at - 1] as string)) at--;
      if (at < stop) yield { span: { start: at, end: stop }, text: '' };
    }
  }
}

/** What formatting changes, as far as nothing is `kept`; without a look at what comes out of it. */
function changes(reading: Reading, lines: Lines, kept: ProtectedLines, style: FormattingStyle): Edit[] {
  let layout = new Layout(reading, lines, kept, stepOf(style));
  while (layout.again) layout = new Layout(reading, lines, kept, stepOf(style));
  const ends = [...endings(reading.text, lines, kept, layout, style)];
  const all = [...layout.edits, ...ends].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return all.filter(({ span, text }) => span.end > span.start || text !== '');
}

/** Adds the sections (from a key in the first column to the next one) that hold a line which is kept already. */
function keepSections({ text }: Reading, lines: Lines, kept: ProtectedLines): void {
  const sections: LineRun[] = [];
  let from = 0;
  for (let line = 1; line <= lines.starts.length; line++) {
    const begins = line === lines.starts.length || /[^\s#-]/.test(text[lines.starts[line] as number] ?? ' ');
    if (!begins) continue;
    if (kept.any(from, line - 1)) sections.push({ first: from, last: line - 1 });
    from = line;
  }
  // Only now: after each line that is added all are counted anew.
  for (const { first, last } of sections) kept.add(first, last);
}

/** Whether a text still means what it meant, and can be read as well: nothing but the blanks that were repaired is gone. */
function keeps(before: Reading, after: Reading): boolean {
  const left = before.errors.filter((error) => !repairable(error)).length;
  return after.errors.length === left && sameData(before.root?.node, after.root?.node);
}

/**
 * Whether the library, which other tools read with, finds no more mistakes in the whole text than before, and the same
 * where it finds none. It sees none where we see one in `version :` with all of the plan indented below it.
 */
function keepsWhole(before: string, after: string): boolean {
  const was = parseBlock(before);
  const is = parseBlock(after);
  return is.errors.length <= was.errors.length && (was.errors.length > 0 || sameData(was.node, is.node));
}

/** No text at all, or one in which several things say otherwise how deep lines stand: what formatting changes could change that. */
function hopeless({ errors }: Reading): boolean {
  const odd = errors.some(({ kind }) => kind === 'odd-indentation');
  return errors.some((error) => (odd && !repairable(error)) || isWhole(error));
}

/**
 * The changes that format a text, in order: of the lines in `runs`, or of all. What cannot be read, and what its reading
 * depends on, stays byte for byte. The formatted text means the same; formatting it again changes nothing. Undefined where
 * no such changes are found.
 */
export function tryFormatting(reading: Reading, style: FormattingStyle, runs?: readonly LineRun[]): Edit[] | undefined {
  const lines = linesOf(reading.text);
  if (hopeless(reading)) return undefined;
  // What an error reaches is not always seen from where it stands: then all of its section stays.
  for (const wider of reading.errors.length ? [false, true] : [false]) {
    const kept = unsound(reading, lines);
    if (wider) keepSections(reading, lines, kept);
    if (runs) {
      let done = 0;
      for (const { first, last } of [...runs].sort((a, b) => a.first - b.first)) {
        kept.add(done, first - 1);
        done = Math.max(done, last + 1);
      }
      kept.add(done, lines.starts.length - 1);
    }
    const edits = changes(reading, lines, kept, style);
    if (edits.length === 0) return edits;
    const after = apply(reading.text, edits);
    if (!keeps(reading, readAgain(after, reading))) continue;
    if (reading.errors.length === 0 || keepsWhole(reading.text, after)) return edits;
  }
  return undefined;
}

/** As `tryFormatting`, with no changes where none are found. */
export function formatting(reading: Reading, style: FormattingStyle, runs?: readonly LineRun[]): Edit[] {
  return tryFormatting(reading, style, runs) ?? [];
}
