/** Errors of a text over several lines. */
import { lineBreak, lineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { columnBehindHyphens } from '../keyPattern.ts';
import type { ParseError } from '../parseError.ts';
import { asSpaces } from '../tabWidth.ts';
import { type Explanation, errorAt } from './brokenValue.ts';

/** Comments in the middle of a text over several lines end it. The repair puts them above it. */
export const noteWithin: Explanation = ({ text, span, lines, single }) => {
  if (single) return undefined;
  if (lines.slice(1).some((line) => /^\s*(?:[\w-]+:(?:\s|$)|-\s)/.test(line))) return undefined;
  const lineBegin = lineStart(text, span.start);
  const blanks = /^[ \t]*/.exec(text.slice(lineBegin, span.start))?.[0] ?? '';
  const feed = lineBreak(text.slice(span.start, span.end));
  const notes: { start: number; end: number; note: string; from: number }[] = [];
  let at = span.start;
  for (const [index, line] of lines.entries()) {
    const from = line.search(/(?<=^|[ \t])#/);
    const last = !lines.slice(index + 1).some((other) => /\S/.test(other) && !/^\s*#/.test(other));
    if (from >= 0 && (index === 0 || !last)) {
      const alone = line.slice(0, from).trim() === '';
      const start = alone ? at : at + line.slice(0, from).trimEnd().length;
      const end = at + line.length + (alone ? feed.length : 0);
      notes.push({ start, end, note: line.slice(from).trimEnd(), from: at + from });
    }
    at += line.length + feed.length;
  }
  const [first] = notes;
  if (!first) return undefined;
  const above = notes.map(({ note }) => `${blanks}${note}${feed}`).join('');
  const repair = [
    { start: lineBegin, end: lineBegin, text: above },
    ...notes.map(({ start, end }) => ({ start, end, text: '' })),
  ];
  return { kind: 'cut', start: first.from, end: first.from + first.note.length, word: '#', repair };
};

/** Lines of a text after `|` or `>` that stand further left than its first line: its lines begin in one column. */
function looseLines(text: string, span: Span): ParseError | undefined {
  const least = columnBehindHyphens(text.slice(lineStart(text, span.start), span.start));
  const rows = [...text.slice(span.start, span.end).matchAll(/(?<=\n)([ ]*)(\S?)[^\r\n]*/g)].map(
    ({ index, 1: blanks = '', 2: sign }) => ({ at: span.start + index, column: blanks.length, empty: !sign }),
  );
  const full = rows.filter(({ empty }) => !empty);
  const [first] = full;
  if (!first || !/^[|>][-+]?\s*(?:#.*)?$/m.test(text.slice(span.start, first.at))) return undefined;
  const put = (moved: readonly (typeof first)[], column: number, like: typeof first): ParseError => {
    const [one] = moved as [typeof first];
    const start = one.at + one.column;
    return {
      kind: 'indent',
      start,
      end: start + 1,
      first: { start: like.at + like.column, end: like.at + like.column + 1 },
      repair: moved.map(({ at, column: own }) => ({ start: at, end: at + own, text: ' '.repeat(column) })),
    };
  };
  const wide = rows.filter(({ at, column, empty }) => empty && at < first.at && column > first.column);
  if (wide.length) return put(wide, 0, first);
  const left = full.filter(({ column }) => column < first.column);
  const [like] = left;
  if (!like || left.some(({ column }) => column <= least)) return undefined;
  // Where most of the lines stand further left, the first ones stand too far right.
  const beginning = full.slice(0, full.indexOf(like));
  return left.length > full.length - left.length && left.every(({ column }) => column === like.column)
    ? put(beginning, like.column, like)
    : put(left, first.column, first);
}

/** A text of several lines after `|` or `>` whose lines are not all indented with spaces, or not as deep as the first. */
export const textBlock: Explanation = ({ text, span, full, body, single, tabs, sign }) => {
  if (single || !/^[|>][-+0-9]*$/.test(body)) return undefined;
  const repair = [...full.matchAll(/(?<=\n)[ ]*\t[ \t]*/g)].map(({ 0: blanks, index }) => ({
    start: span.start + index,
    end: span.start + index + blanks.length,
    text: asSpaces(blanks, tabs),
  }));
  const [first] = repair;
  if (!first) return looseLines(text, span) ?? errorAt('unaligned', sign);
  const at = text.indexOf('\t', first.start);
  return { kind: 'tab', start: at, end: at + 1, repair, ...(tabs.unclear && { unsure: true }) };
};
