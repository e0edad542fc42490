/** Lines of a text with their indentation; and what is set aside before the text is read: merge conflicts. */

import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ParseError, Repair } from './parseError.ts';
import { columnAfter, TabWidths } from './tabWidth.ts';

export interface Lines {
  /** The text to be read: as long as the original, with blanks where something is set aside. */
  readonly text: string;
  /** Offset of each line's first character. */
  readonly starts: number[];
  /** Column of the first character that is not blank; -1 for lines that are empty or only a comment. */
  readonly indents: number[];
  /** For lines indented with other characters than spaces: the column less the number of those characters. */
  readonly shifts: ReadonlyMap<number, number>;
  /** What tabs stand for, if a line is indented with one. */
  readonly tabs?: TabWidths | undefined;
  /** Lines that were put in their column before: what is wrong with them has been reported. */
  readonly moved?: ReadonlySet<number>;
}

/** Blanks that no one can tell from a space, as a part of a character class. */
const lookAlikes = '\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000';
const lookAlike = new RegExp(`[${lookAlikes}]`);

/** Blanks that no one can tell from a space, and the tab. */
export function oddBlank(code: number): boolean {
  return code === 0x09 || (code >= 0xa0 && lookAlike.test(String.fromCharCode(code)));
}

/**
 * Below an item whose keys stand right after its hyphen, a line that is one tab deeper than the hyphen stands in line
 * with them, although a tab is wider; so does what stands as deep below it, and what is deeper is less deep by as much.
 */
function hang(text: string, starts: number[], indents: number[], shifts: Map<number, number>, tabs: TabWidths): void {
  const hyphen = /- +(?=[^\s-])/y;
  const open: { readonly from: number; readonly by: number }[] = [];
  let above: { readonly shown: number; readonly keys: number } | undefined;
  for (let line = 0; line < starts.length; line++) {
    const shown = indents[line] as number;
    if (shown < 0) continue;
    const shift = shifts.get(line);
    const at = (starts[line] as number) + shown - (shift ?? 0);
    let column = shown;
    while (shown < (open.at(-1)?.from ?? 0)) open.pop();
    if (shift !== undefined) {
      column -= open.at(-1)?.by ?? 0;
      if (above && column > above.keys && shown === above.shown + tabs.at(starts[line] as number).width) {
        open.push({ from: shown, by: shown - above.keys });
        column = above.keys;
      }
      indents[line] = column;
      shifts.set(line, shift - (shown - column));
    }
    hyphen.lastIndex = at;
    above = hyphen.test(text) ? { shown, keys: column + hyphen.lastIndex - at } : undefined;
  }
}

/** A line that ends with the sign of a text below it, up to that sign; its column is in the first group, or in the second. */
const textSign = /^( *(?:- +)*)(?:(-) +|[^\s#-][^\r\n]*:[ \t]+)[|>][-+]?[ \t]*(?:#[^\r\n]*)?\r?$/;

/** In a text below `|` or `>`, all that stands after its own column is text: Chinese paragraphs begin with two wide blanks. */
function keepTexts(text: string, starts: number[], indents: number[], shifts: Map<number, number>): void {
  let holder = -1;
  let own = -1;
  for (let line = 0; line < starts.length; line++) {
    const source = text.slice(starts[line], (starts[line + 1] ?? text.length + 1) - 1);
    if (source.trim() === '') continue;
    const column = source.search(/[^ ]/);
    if (holder >= 0 && own < 0 && column > holder) own = column;
    if (own >= 0 && column >= own) {
      if (shifts.delete(line)) indents[line] = column;
      continue;
    }
    const sign = shifts.has(line) ? null : textSign.exec(source);
    holder = sign ? (sign[1] as string).length : -1;
    own = -1;
  }
}

/** Offset of the first character of a line that is not blank; the line must have content. */
export function contentStart({ starts, indents, shifts }: Lines, line: number): number {
  return (starts[line] as number) + (indents[line] as number) - (shifts.get(line) ?? 0);
}

/** Cuts a text into lines. */
export function linesOf(text: string): Lines {
  const starts: number[] = [];
  const indents: number[] = [];
  const shifts = new Map<number, number>();
  let tabs: TabWidths | undefined;
  const length = text.length;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start <= length; ) {
    let at = start;
    while (text.charCodeAt(at) === 0x20) at++;
    let column = at - start;
    let c = text.charCodeAt(at);
    if (oddBlank(c)) {
      for (; c === 0x20 || oddBlank(c); c = text.charCodeAt(++at)) {
        if (c === 0x09) tabs ??= new TabWidths(text);
        column = columnAfter(c, column, c === 0x09 && tabs ? tabs.at(start).width : 1);
      }
      shifts.set(starts.length, column - (at - start));
    }
    const blank = at >= length || c === 0x0a || c === 0x0d || c === 0x23;
    if (blank) shifts.delete(starts.length);
    starts.push(start);
    indents.push(blank ? -1 : column);
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    start = next + 1;
  }
  if (shifts.size > 0) keepTexts(text, starts, indents, shifts);
  if (tabs) hang(text, starts, indents, shifts, tabs);
  return { text, starts, indents, shifts, tabs };
}

/** Both sides of a merge conflict, as spans of whole lines. */
export interface Conflict extends Span {
  readonly ours: Span;
  readonly theirs: Span;
}

const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)[^\n]*(?:\n|$)/gm;

/** The merge conflicts in a text, in order. Markers stand in column 0, where no text of a plan continues. */
export function conflictsOf(text: string): Conflict[] {
  if (!/^(?:<{7}|={7}|>{7})/m.test(text)) return [];
  const conflicts: Conflict[] = [];
  let open: { start: number; ours: number; oursEnd?: number; theirs?: number } | undefined;
  const lone = (start: number, end: number) =>
    conflicts.push({ start, end, ours: { start: end, end }, theirs: { start: end, end } });
  for (const match of text.matchAll(conflictMarker)) {
    const [line] = match;
    const end = match.index + line.length;
    if (line[0] === '<') {
      if (open) lone(open.start, open.ours);
      open = { start: match.index, ours: end };
    } else if (!open) {
      lone(match.index, end);
    } else if (line[0] === '|' || line[0] === '=') {
      open.oursEnd ??= match.index;
      if (line[0] === '=') open.theirs = end;
    } else {
      const theirs = open.theirs ?? match.index;
      const ours = { start: open.ours, end: Math.min(open.oursEnd ?? match.index, match.index) };
      conflicts.push({ start: open.start, end, ours, theirs: { start: theirs, end: match.index } });
      open = undefined;
    }
  }
  if (open) lone(open.start, open.ours);
  return conflicts;
}

/** Whether a marker of a merge conflict stands on a line that a span touches. */
export function holdsConflict(text: string, { start, end }: Span): boolean {
  return text.slice(lineStart(text, start), end).search(conflictMarker) >= 0;
}

/** The text with another sign in place of every one in some spans, which are in order; line breaks stay. */
export function without(text: string, spans: readonly Span[], sign: ' ' | '\n'): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, sign));
    done = Math.max(done, end);
  }
  parts.push(text.slice(done));
  return parts.join('');
}

const oddBlankLine = new RegExp(`(?<=^\\uFEFF?)[ \\t]*[${lookAlikes}][ \\t${lookAlikes}]*(?=\\r?$|#)`, 'gm');

/**
 * Sets aside what cannot be part of a plan, and says so: of a merge conflict one side is read. `blank`
 * are the blanks of lines without content that are not all spaces and tabs, and what should stand there.
 */
export function readable(
  text: string,
  errors: ParseError[],
): { readonly lines: Lines; readonly blank: readonly Repair[] } {
  const conflicts = conflictsOf(text);
  for (const { start } of conflicts) errors.push({ kind: 'merge-conflict', start, end: lineEnd(text, start) });
  // Empty lines in their place can stand in the midst of a text of several lines.
  const sides = conflicts.flatMap(({ start, end, ours }) => [
    { start, end: ours.start },
    { start: ours.end, end },
  ]);
  let rest = without(text, sides, '\n');
  const blank: Repair[] = [];
  if (lookAlike.test(rest)) {
    rest = rest.replace(oddBlankLine, (blanks, at: number) => {
      blank.push({ start: at, end: at + blanks.length, text: ' '.repeat(blanks.length) });
      return ' '.repeat(blanks.length);
    });
  }
  return { lines: linesOf(rest), blank };
}
