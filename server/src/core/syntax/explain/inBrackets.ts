/** Errors inside of brackets that are closed. */
import type { Span } from '../../text/span.ts';
import { isFormatKey } from '../keyPattern.ts';
import type { ErrorKind, ParseError } from '../parseError.ts';
import { inQuotes, withoutComment } from '../quoting.ts';
import { closed, closesAtEnd, openBrackets, openQuote, unmatched } from './brackets.ts';
import { type Explanation, errorAt, quotesAround } from './brokenValue.ts';
import { quotesInBrackets } from './quotes.ts';

/** A comma with nothing in front of it. */
function commaTooMany(text: string, span: Span, { start, kind }: ParseError): ParseError | undefined {
  if (kind !== 'unexpected' || text[start] !== ',' || start <= span.start) return undefined;
  let before = start;
  while (before > span.start && /\s/.test(text[before - 1] ?? '')) before--;
  if (!/[,[{]/.test(text[before - 1] ?? '')) return undefined;
  const repair =
    text[before - 1] === ','
      ? { start: before, end: start + 1, text: '' }
      : { start, end: start + (/^,[ \t]*/.exec(text.slice(start, span.end))?.[0].length ?? 1), text: '' };
  return { kind, start, end: start + 1, word: ',', repair: [repair] };
}

/** A value that is, or begins with, a gap of a template: `{{ owner }}`, `{{ name }} (HR)`. */
function gapOfTemplate(
  text: string,
  { start: from, end: to }: Span,
  { kind, start }: ParseError,
): ParseError | undefined {
  if (kind !== 'odd-key') return undefined;
  for (const { 0: source, index } of text.slice(from, to).matchAll(/\{\{[^{}\n]*\}\}[^\n,\]}]*/g)) {
    const piece = { start: from + index, end: from + index + source.trimEnd().length };
    if (start < piece.start || start >= piece.end) continue;
    return errorAt('special-start', { start: piece.start, end: piece.start + 1 }, quotesAround(text, piece));
  }
  return undefined;
}

/** The error of a text inside of brackets, from the sign before it to the sign after it. */
function inBrackets(text: string, span: Span, error: ParseError): ParseError {
  const signs = /[[\]{},]/;
  // What a `#` cuts off is missing at the end; the mistake is in front of it.
  const full = text.slice(span.start, span.end);
  const known = commaTooMany(text, span, error) ?? gapOfTemplate(text, span, error);
  if (known) return known;
  const hash = (full.includes('\n') ? /[ \t]#[^\s]/ : /[ \t]#./).exec(full);
  let start = Math.min(Math.max(hash ? span.start + hash.index + hash[0].length : error.start, span.start), span.end);
  while (start > span.start && !signs.test(text[start - 1] ?? '')) start--;
  const key = /^\s*[\w-]+:[ \t]+/.exec(text.slice(start, span.end));
  if (key) start += key[0].length;
  while (/\s/.test(text[start] ?? '')) start++;
  let end = start;
  while (end < span.end && !signs.test(text[end] ?? '')) end++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  const source = text.slice(start, end);
  if (source === '' || /["'\n]/.test(source)) {
    // A quotation mark that is not closed hides where the mistake is from the library: it is the last one on the line.
    const line = full.split(/\r?\n/)[0] as string;
    const open = openQuote(line);
    if (open >= 0) return { kind: 'unclosed-quote', start: span.start + open, end: span.start + open + 1 };
    const at = Math.min(Math.max(error.start, span.start), span.start + Math.max(0, line.length - 1));
    return { kind: error.kind, start: at, end: at + 1 };
  }
  // A comma of another keyboard between a value and the next key.
  const wide = /[，；、]\s*(?=([a-zA-Z]+):\s)/.exec(source);
  if (wide && isFormatKey(wide[1] as string)) {
    const sign = { start: start + wide.index, end: start + wide.index + wide[0].length };
    return { kind: 'full-width', ...sign, repair: [{ ...sign, text: ', ' }] };
  }
  const cut = source.search(full.includes('\n') ? /\s#\S/ : /\s#/);
  if (cut >= 0) {
    const from = start + cut;
    const note = source.slice(cut).trim();
    // With a blank after its sign it is a note, in the wrong place.
    const repair = /^#\s/.test(note)
      ? [
          { start: from, end, text: '' },
          { start: span.end, end: span.end, text: `  ${note}` },
        ]
      : [{ start, end, text: inQuotes(source) }];
    return { kind: 'cut', start: from + 1, end, repair };
  }
  const kind: ErrorKind = /^[@`%*&!|>?-]/.test(source)
    ? 'special-start'
    : /:(?:\s|$)/.test(source)
      ? 'colon-in-text'
      : error.kind;
  const at = kind === 'colon-in-text' ? start + source.search(/:(?:\s|$)/) : start;
  const piece = inPiece(text, span, { start, end });
  return errorAt(kind, { start: at, end: at + 1 }, piece && quotesAround(text, piece));
}

/**
 * What must be put in quotes, so that the words in `words` are part of a text: what goes on in brackets after them
 * too, and the value in front of them where they stand among keys. Undefined where that is not clear.
 */
function inPiece(text: string, span: Span, { start, end }: Span): Span | undefined {
  const piece = { start, end };
  for (let at = end; /^[ \t]*[[{]/.test(text.slice(at, span.end)); at = piece.end) {
    let close = at;
    let open = 0;
    do {
      if (/[[{]/.test(text[close] ?? '')) open++;
      else if (/[\]}]/.test(text[close] ?? '')) open--;
      close++;
    } while (close < span.end && (open > 0 || text.slice(at, close).trim() === ''));
    if (open > 0) return undefined;
    while (close < span.end && !/[[\]{},\r\n]/.test(text[close] ?? '')) close++;
    while (/\s/.test(text[close - 1] ?? '')) close--;
    piece.end = close;
  }
  const before = text.slice(span.start, start);
  if (openBrackets(before)?.at(-1) !== '}' || /[\w"'-]:[ \t]+$/.test(before)) return piece;
  // The value of the last key, if no bracket and no quotation mark stands behind that, and a comma at the end.
  const plain = before.slice(Math.max(...Array.from('[]{}"\'', (sign) => before.lastIndexOf(sign))) + 1);
  const last = plain.slice(plain.lastIndexOf(',', plain.lastIndexOf(':')) + 1);
  const key = /(?<![\w-])[\w-]+:[ \t]+(?=[^ \t,])/.exec(last);
  if (!key || !/,[ \t]*$/.test(last)) return undefined;
  return { ...piece, start: start - last.length + key.index + key[0].length };
}

/** A value that begins with a bracket or brace. */
export const valueInBrackets: Explanation = (value) => {
  const { text, span, error, full, lines, single, line, body, bodySpan, sign } = value;
  const open = openBrackets(body);
  const quoted = open?.length === 0 && !single ? undefined : quotesInBrackets(text, span);
  if (quoted) return quoted;
  if (open === undefined) return unmatched(body, bodySpan) ?? errorAt('unclosed-bracket', sign);
  if (open.length === 0) {
    const closes = closesAtEnd(body);
    if (single || !closes)
      return closes ? inBrackets(text, span, error) : errorAt('special-start', sign, value.inQuotes());
    // Closed, and something stands below it.
    const below = full.indexOf('\n');
    const at = span.start + below + full.slice(below).search(/\S/);
    return errorAt('unexpected', { start: at, end: at + 1 });
  }
  // A note that has the closing bracket in it: it was meant as text.
  const later = openBrackets(single ? line : full);
  if (later?.length === 0) return inBrackets(text, span, error);
  const going = lines.slice(0, -1).every((other) => /[,[{]\s*$/.test(other));
  if (!single && !going) return errorAt('unclosed-bracket', sign);
  const last = lines.at(-1) as string;
  const at = single ? bodySpan.end : span.end - last.length + withoutComment(last).length;
  return errorAt('unclosed-bracket', sign, closed(text, span.start, at, single ? open : (later ?? open)));
};
