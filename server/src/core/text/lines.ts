/** Lines of a text: where they begin and end. Offsets are UTF-16 units of the text. */
import type { Span } from './span.ts';

/** The line break that a text uses. */
export function lineBreak(text: { includes(word: string): boolean }): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The text with a line feed for each carriage return that stands alone, which ends a line too. Offsets stay. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Offsets at which lines begin, in order. */
export function lineStarts(text: string): number[] {
  const lines = withLineFeeds(text);
  const starts = [0];
  for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  // `lastIndexOf` takes a negative offset for 0.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset after the last character of the line, its break not included. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' && end > offset ? end - 1 : end;
}

/** Whether an offset is that of the first character of a line. */
export function isFirst(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}

/** Whether nothing but blanks stands before an offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The column of an offset, in UTF-16 units. */
export function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The offset after the last character of a span that is not blank. */
export function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
