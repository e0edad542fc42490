/** Quotation marks in a value that are not closed, or that close too early. */
import type { Span } from '../../text/span.ts';
import type { ParseError } from '../parseError.ts';
import { inQuotes } from '../quoting.ts';
import { type Explanation, errorAt, quotesAround } from './brokenValue.ts';

/** Where a quoted text that begins at 0 ends (after the closing quote), or -1. */
function closing(text: string): number {
  const match = text[0] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/.exec(text) : /^'(?:[^']|'')*'/.exec(text);
  return match ? match[0].length : -1;
}

/** Words that begin with an apostrophe. */
const contraction = /^'(?:tis|twas|til|em|cause|bout|n|\d0s)\b/i;

/** What stands behind a text in brackets, in double or in single quotation marks: the next key or item, or the brackets' end. */
const beforeDouble = /,\s*(?:[\w-]+:\s|")|(?:(?<!\s)\s+|(?<![\s\]}]))[\]}]+(?:\s*|,\s*[\w-]+:.*(?:[\r\n]\s*)?)$|\r?\n/;
const beforeSingle = /,\s*(?:[\w-]+:\s|')|(?:(?<!\s)\s+|(?<![\s\]}]))[\]}]+(?:\s*|,\s*[\w-]+:.*(?:[\r\n]\s*)?)$|\r?\n/;

/** A text in brackets whose quotation mark is not closed, or that goes on after the closing one. */
export function quotesInBrackets(text: string, span: Span): ParseError | undefined {
  const source = text.slice(span.start, span.end);
  const token = /(?:^|[[{,]\s*|:\s+)(["'])/g;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const sign = match[1] as string;
    const at = match.index + match[0].length - 1;
    const length = closing(source.slice(at));
    const inner = length < 0 ? '' : source.slice(at + 1, at + length - 1);
    const after = length < 0 ? '' : source.slice(at + length);
    if (length >= 0 && !inner.includes('\n') && /^[ \t]*(?:[,\]}:\r\n]|$|#)/.test(after)) {
      token.lastIndex = at + length;
      continue;
    }
    if (sign === "'" && length < 0 && contraction.test(source.slice(at))) return undefined;
    const start = span.start + at;
    // Where the text ends if its quotation mark is missing: before the next key or item, or at the bracket.
    const rest = source.slice(at + 1);
    const stop = (sign === '"' ? beforeDouble : beforeSingle).exec(rest);
    if (length >= 0 && !inner.includes('\n') && !/,\s*$/.test(inner)) {
      const next = /[,\]}]|\r?\n/.exec(after);
      const piece = { start, end: start + length + (next ? next.index : after.length) };
      while (/\s/.test(text[piece.end - 1] ?? '')) piece.end--;
      const from = start + length;
      return errorAt('behind-quotes', { start: from, end: Math.max(piece.end, from + 1) }, quotesAround(text, piece));
    }
    const to = stop && !stop[0].includes('\n') ? start + 1 + stop.index : undefined;
    const repair = to === undefined ? undefined : [{ start: to, end: to, text: sign }];
    return errorAt('unclosed-quote', { start, end: start + 1 }, repair);
  }
  return undefined;
}

/** A value that begins with a quotation mark. */
export const quotedValue: Explanation = (value) => {
  const { full, span, single, body, bodySpan, sign } = value;
  const quote = body[0] as string;
  const close = closing(full);
  if (close < 0) {
    const { end } = bodySpan;
    const otherSign = (quote === '"' ? /[“”„‟＂]$/ : /[‘’‚]$/).test(body);
    if (single && otherSign && body.length > 1)
      return errorAt('unclosed-quote', sign, [{ start: end - 1, end, text: quote }]);
    const closed = contraction.test(body)
      ? [{ ...bodySpan, text: inQuotes(body) }]
      : [{ start: end, end, text: quote }];
    return errorAt('unclosed-quote', sign, single ? closed : undefined);
  }
  // Closed on its line, and something that does not belong to it stands below.
  const below = /^[ \t]*(?:#.*)?\r?\n\s*(?=\S)/.exec(full.slice(close));
  if (below) {
    const at = span.start + close + below[0].length;
    return errorAt('unaligned', { start: at, end: at + 1 });
  }
  if (full.slice(close).trim() === '' || /^\s+#/.test(full.slice(close))) return undefined;
  // A line of JSON: `"title": "AI",`.
  const comma = /^[ \t]*,$/.exec(body.slice(close))?.[0].length;
  if (comma !== undefined) {
    const sign = { start: span.start + close + comma - 1, end: span.start + close + comma };
    return { ...errorAt('unexpected', sign, [{ start: span.start + close, end: sign.end, text: '' }]), word: ',' };
  }
  // The same sign at both ends of the text and inside it.
  const outer = single && body.length > close && body.endsWith(quote) && /[\p{L}\p{N}]/u.test(body[close] as string);
  const at = { start: span.start + close, end: Math.max(bodySpan.end, span.start + close + 1) };
  const repair = outer ? [{ ...bodySpan, text: inQuotes(body.slice(1, -1)) }] : value.inQuotes();
  return errorAt('behind-quotes', at, repair);
};
