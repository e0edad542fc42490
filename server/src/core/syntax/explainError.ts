/** Why a value cannot be read, as its author would see it, and what was probably meant. */

import type { Span } from '../text/span.ts';
import { isFormatKey } from './keyPattern.ts';
import { inQuotes, withoutComment } from './quoting.ts';
import { confined, type Fault, type Mend, type Reason } from './syntaxError.ts';
import { asSpaces, type Tabs } from './tabWidth.ts';
import { readBlock } from './yamlBlock.ts';

/** Where a quoted text that begins at 0 ends (behind the closing quote), or -1. */
function closing(text: string): number {
  const match = text[0] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"/.exec(text) : /^'(?:[^']|'')*'/.exec(text);
  return match ? match[0].length : -1;
}

/** The text with blanks in place of what is quoted in it, so that what is left stands where it stood. */
function withoutQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|(?<=[[{,:\s])'(?:[^']|'')*'/g, (quoted) => ' '.repeat(quoted.length));
}

/** Where a quotation mark opens a text that is not closed on the line; -1 if there is none. */
function openQuote(line: string): number {
  const plain = withoutQuotes(line);
  return plain.search(/(?<=[[{,:\s])["']/);
}

/** Brackets that are open at the end of a text, outermost first; undefined where one is closed that was not opened. */
function openBrackets(text: string): string[] | undefined {
  const open: string[] = [];
  const plain = withoutQuotes(text);
  for (const c of plain) {
    if (c === '[') open.push(']');
    else if (c === '{') open.push('}');
    else if ((c === ']' || c === '}') && open.pop() !== c) return undefined;
  }
  return open;
}

/** Whether the bracket with which a text begins is closed by its last character. */
function closesAtEnd(text: string): boolean {
  const plain = withoutQuotes(text);
  let open = 0;
  for (let at = 0; at < plain.length; at++) {
    if (/[[{]/.test(plain[at] as string)) open++;
    else if (/[\]}]/.test(plain[at] as string) && --open === 0) return at === plain.length - 1;
  }
  return true;
}

const whole = (span: Span, text: string): Mend[] => [{ ...span, text }];

/** Words that begin with an apostrophe. */
const contraction = /^'(?:tis|twas|til|em|cause|bout|n|\d0s)\b/i;

/** Values of up to so many characters are looked at closely. */
const longestLooked = 10_000;

/** Reasons that say all there is to say. */
const asItIs: ReadonlySet<Reason> = new Set<Reason>(['too-deep', 'copy', 'mark', 'odd-key']);

/** Signs that mean something else in the file than in a text. */
const special = /[@`%*&!|>]/;

/** The fault where its author can see it: the library may notice only behind a value that something in it is missing. */
function within(text: string, span: Span, fault: Fault): Fault {
  if (fault.start < span.end || span.end === span.start) return fault;
  const bracket = fault.reason === 'unclosed-bracket' ? text.slice(span.start, span.end).search(/[[{]/) : 0;
  const start = span.start + Math.max(0, bracket);
  return { ...fault, start, end: start + 1 };
}

/**
 * What is wrong with the value in `span`, which the library could not read for the reason of `fault`. Values over
 * several lines get no mend unless quotes around all of it are right. `tabs`: what a tab stands for.
 */
export function explainError(text: string, span: Span, fault: Fault, tabs: Tabs = { width: 2 }): Fault {
  const found = within(text, span, looked(text, span, fault, tabs));
  if (!found.mend || !/[[{]/.test(text[span.start] ?? '') || mends(text, span, found.mend, found)) return found;
  const { mend: _, ...rest } = found;
  return rest;
}

/** Whether a value in brackets can be read after a change, as far as the place of the fault. */
function mends(text: string, span: Span, mend: readonly Mend[], fault: Fault): boolean {
  if (mend.some(({ start, end }) => start < span.start || end > span.end)) return true;
  let mended = '';
  let done = span.start;
  let behind = 0;
  for (const edit of [...mend].sort((a, b) => a.start - b.start)) {
    mended += text.slice(done, edit.start) + edit.text;
    behind = mended.length;
    done = edit.end;
  }
  mended += text.slice(done, span.end);
  const leaf = readBlock(mended);
  const left = leaf.faults.find((other) => !confined(other));
  if (!left) return true;
  const next = looked(mended, { start: 0, end: mended.length }, left, { width: 2 });
  return next.start >= behind || (next.reason !== fault.reason && next.start > fault.start - span.start);
}

function looked(text: string, span: Span, fault: Fault, tabs: Tabs): Fault {
  // A value as long as a chapter is no slip of the pen: what is looked for below would take too long in it.
  if (
    (asItIs.has(fault.reason) && !(fault.reason === 'odd-key' && special.test(text[fault.start] ?? ''))) ||
    span.end - span.start > longestLooked
  )
    return fault;
  const full = text.slice(span.start, span.end);
  const lines = full.split(/\r?\n/);
  const line = lines[0] as string;
  const single = lines.length === 1;
  const body = withoutComment(line);
  const end = span.start + body.length;
  const value = { start: span.start, end };
  const made = (reason: Reason, at: Span, mend?: Mend[]): Fault => ({
    reason,
    start: at.start,
    end: at.end,
    ...(mend && { mend }),
  });
  const first = { start: span.start, end: span.start + 1 };
  const unsure = tabs.unclear && { unsure: true as const };
  const quote = (): Mend[] | undefined => {
    if (single) return body === '' ? undefined : whole(value, inQuotes(body));
    // Lines that continue the sentence: no keys, items or notes among them.
    const rest = lines.slice(1);
    if (rest.some((next) => /^\s*(?:[\w-]+:(?:\s|$)|-\s|#)|\s#/.test(next)) || /\s#/.test(line)) return undefined;
    return whole(span, inQuotes(full));
  };
  if (single && /^｛.*｝$/.test(body)) {
    const mend = [first, { start: end - 1, end }].map((sign, index) => ({ ...sign, text: index ? '}' : '{' }));
    return made('full-width', first, mend);
  }
  if (/^[|>][-+0-9]*$/.test(body) && !single) {
    // A text over several lines that are not all indented with spaces.
    const mend = [...full.matchAll(/(?<=\n)[ ]*\t[ \t]*/g)].map(({ 0: blanks, index }) => ({
      start: span.start + index,
      end: span.start + index + blanks.length,
      text: asSpaces(blanks, tabs),
    }));
    const at = mend[0] && mend[0].start + text.slice(mend[0].start).indexOf('\t');
    return at === undefined
      ? (looseLines(text, span) ?? made('unaligned', first))
      : { reason: 'tab', start: at, end: at + 1, mend, ...unsure };
  }
  switch (line[0]) {
    case '"':
    case "'": {
      const close = closing(full);
      // Closed on its line, and something that does not belong to it stands below.
      const below = close >= 0 && /^[ \t]*(?:#.*)?\r?\n\s*(?=\S)/.exec(full.slice(close));
      if (below) {
        const at = span.start + close + below[0].length;
        return made('unaligned', { start: at, end: at + 1 });
      }
      if (close >= 0 && full.slice(close).trim() !== '' && !/^\s+#/.test(full.slice(close))) {
        // The same sign at both ends of the text and inside it.
        const outer =
          single && body.length > close && body.endsWith(line[0]) && /[\p{L}\p{N}]/u.test(body[close] as string);
        const at = { start: span.start + close, end: Math.max(end, span.start + close + 1) };
        if (outer) return made('behind-quotes', at, whole(value, inQuotes(body.slice(1, -1))));
        return made(
          'behind-quotes',
          { start: span.start + close, end: Math.max(end, span.start + close + 1) },
          quote(),
        );
      }
      if (close < 0) {
        const other = (line[0] === '"' ? /[“”„‟＂]$/ : /[‘’‚]$/).test(body);
        if (single && other && body.length > 1)
          return made('unclosed-quote', first, [{ start: end - 1, end, text: line[0] }]);
        const closed = contraction.test(body) ? whole(value, inQuotes(body)) : [{ start: end, end, text: line[0] }];
        return made('unclosed-quote', first, single ? closed : undefined);
      }
      break;
    }
    case '[':
    case '{': {
      const open = openBrackets(body);
      const quoted = open?.length === 0 && !single ? undefined : quotesInBrackets(text, span);
      if (quoted) return quoted;
      const later = single ? undefined : openBrackets(full);
      if (open?.length === 0 && !single && closesAtEnd(body)) {
        // Closed, and something stands below it.
        const below = span.start + full.search(/\n\s*\S/);
        const at = below + text.slice(below).search(/\S/);
        return made('unexpected', { start: at, end: at + 1 });
      }
      if (open === undefined) return unmatched(body, value) ?? made('unclosed-bracket', first);
      // A note that has the closing bracket in it: it was meant as text.
      if (open.length > 0 && single && openBrackets(line)?.length === 0) return inBrackets(text, span, fault);
      if (open.length > 0 && later?.length !== 0) {
        const going = lines.slice(0, -1).every((other) => /[,[{]\s*$/.test(other));
        const last = lines.at(-1) as string;
        const at = single ? end : span.end - last.length + withoutComment(last).length;
        return made(
          'unclosed-bracket',
          first,
          single || going ? closed(text, span.start, at, single ? open : (later ?? open)) : undefined,
        );
      }
      if (open.length === 0 && !closesAtEnd(body)) return made('special-start', first, quote());
      return inBrackets(text, span, fault);
    }
    case '@':
    case '`':
    case '%':
    case '*':
    case '&':
    case '!':
    case '|':
    case '>':
    case '?':
    case '-':
    case ',':
    case ']':
    case '}':
      return made('special-start', first, quote());
  }
  const note = single ? undefined : noteWithin(text, span, lines);
  if (note) return note;
  const colon = /:(?:\s|$)/.exec(full);
  if (colon && (fault.reason === 'colon-in-text' || fault.reason === 'no-colon' || fault.reason === 'unexpected')) {
    const at = span.start + colon.index;
    return made('colon-in-text', { start: at, end: at + 1 }, quote());
  }
  if (fault.reason === 'backslash') {
    if (!single) return fault;
    const twice = [...body.matchAll(/\\\\|\\"|\\/g)].filter(([sign]) => sign === '\\');
    return {
      ...fault,
      mend: twice.map(({ index }) => ({ start: span.start + index, end: span.start + index, text: '\\' })),
    };
  }
  if (fault.reason === 'tab') {
    const lineStart = text.lastIndexOf('\n', fault.start - 1) + 1;
    const blanks = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
    return {
      ...fault,
      mend: [{ start: lineStart, end: lineStart + blanks.length, text: asSpaces(blanks, tabs) }],
      ...unsure,
    };
  }
  return {
    ...fault,
    start: Math.max(fault.start, span.start),
    end: Math.max(fault.end, fault.start + 1, span.start + 1),
  };
}

/** The brackets that are still open, closed in their way of writing at `at`, where a round bracket may stand instead. */
function closed(text: string, start: number, at: number, open: readonly string[]): Mend[] {
  const source = text.slice(start, at);
  const round =
    /[)）】]$/.test(source) && (source.match(/[(（【]/g)?.length ?? 0) < (source.match(/[)）】]/g)?.length ?? 0);
  const signs = [...open].reverse();
  const blank = signs[0] === '}' && /\{\s/.test(source) && !/\s$/.test(source) ? ' ' : '';
  return [{ start: round ? at - 1 : at, end: at, text: blank + signs.join('') }];
}

/** Brackets in one line of which one closes what it did not open: one is missing, or one too many. */
function unmatched(body: string, { start, end }: Span): Fault | undefined {
  if (openBrackets(body.slice(0, -1))?.length === 0) {
    return {
      reason: 'unclosed-bracket',
      start: end - 1,
      end,
      word: body.slice(-1),
      mend: [{ start: end - 1, end, text: '' }],
    };
  }
  const open: { sign: string; at: number }[] = [];
  const plain = withoutQuotes(body);
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] as string;
    if (sign === '[' || sign === '{') open.push({ sign, at });
    if (sign !== ']' && sign !== '}') continue;
    const last = open.pop();
    if (!last) return undefined;
    const right = last.sign === '[' ? ']' : '}';
    if (sign === right) continue;
    let before = at;
    while (plain[before - 1] === ' ') before--;
    const mended = `${body.slice(0, before)}${right}${body.slice(before)}`;
    const from = start + last.at;
    const mend =
      openBrackets(mended)?.length === 0 ? [{ start: start + before, end: start + before, text: right }] : undefined;
    return { reason: 'unclosed-bracket', start: from, end: from + 1, ...(mend && { mend }) };
  }
  return undefined;
}

/** A text in brackets whose quotation mark is not closed, or that goes on behind the closing one. */
function quotesInBrackets(text: string, span: Span): Fault | undefined {
  const source = text.slice(span.start, span.end);
  const token = /(?<=^|[[{,]\s*|:\s+)["']/g;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const at = match.index;
    const sign = match[0];
    const length = closing(source.slice(at));
    const inner = length < 0 ? '' : source.slice(at + 1, at + length - 1);
    const behind = length < 0 ? '' : source.slice(at + length);
    if (length >= 0 && !inner.includes('\n') && /^[ \t]*(?:[,\]}:\r\n]|$|#)/.test(behind)) {
      token.lastIndex = at + length;
      continue;
    }
    if (sign === "'" && length < 0 && contraction.test(source.slice(at))) return undefined;
    const start = span.start + at;
    // Where the text ends if its quotation mark is missing: before the next key or item, or at the bracket.
    const rest = source.slice(at + 1);
    const stop = new RegExp(`,\\s*(?:[\\w-]+:\\s|${sign})|\\s*[\\]}]+(?:,\\s*[\\w-]+:.*)?\\s*$|\\r?\\n`).exec(rest);
    if (length >= 0 && !inner.includes('\n') && !/,\s*$/.test(inner)) {
      const next = /[,\]}]|\r?\n/.exec(behind);
      const piece = { start, end: start + length + (next ? next.index : behind.length) };
      while (/\s/.test(text[piece.end - 1] ?? '')) piece.end--;
      const from = start + length;
      const source = text.slice(piece.start, piece.end);
      return {
        reason: 'behind-quotes',
        start: from,
        end: Math.max(piece.end, from + 1),
        mend: whole(piece, inQuotes(source)),
      };
    }
    const to = stop && !stop[0].includes('\n') ? start + 1 + stop.index : undefined;
    const mend = to === undefined ? undefined : [{ start: to, end: to, text: sign }];
    return { reason: 'unclosed-quote', start, end: start + 1, ...(mend && { mend }) };
  }
  return undefined;
}

/** A comma with nothing in front of it. */
function commaTooMany(text: string, span: Span, { start, reason }: Fault): Fault | undefined {
  if (reason !== 'unexpected' || text[start] !== ',' || start <= span.start) return undefined;
  let before = start;
  while (before > span.start && /\s/.test(text[before - 1] ?? '')) before--;
  if (!/[,[{]/.test(text[before - 1] ?? '')) return undefined;
  const mend =
    text[before - 1] === ','
      ? { start: before, end: start + 1, text: '' }
      : { start, end: start + (/^,[ \t]*/.exec(text.slice(start, span.end))?.[0].length ?? 1), text: '' };
  return { reason, start, end: start + 1, word: ',', mend: [mend] };
}

/** Notes in the midst of a text over several lines: with them it ends. They are put above it. */
function noteWithin(text: string, span: Span, lines: readonly string[]): Fault | undefined {
  if (lines.slice(1).some((line) => /^\s*(?:[\w-]+:(?:\s|$)|-\s)/.test(line))) return undefined;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(lineStart, span.start))?.[0] ?? '';
  const feed = text.slice(span.start, span.end).includes('\r\n') ? '\r\n' : '\n';
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
  const mend = [
    { start: lineStart, end: lineStart, text: above },
    ...notes.map(({ start, end }) => ({ start, end, text: '' })),
  ];
  return { reason: 'cut', start: first.from, end: first.from + first.note.length, word: '#', mend };
}

/** Lines of a text behind `|` or `>` that stand further left than its first line: its lines begin in one column. */
function looseLines(text: string, span: Span): Fault | undefined {
  const key = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const least = /^ *(?:- +)*/.exec(key)?.[0].length ?? 0;
  const rows = [...text.slice(span.start, span.end).matchAll(/(?<=\n)([ ]*)(\S?)[^\r\n]*/g)].map(
    ({ index, 1: blanks = '', 2: sign }) => ({ at: span.start + index, column: blanks.length, empty: !sign }),
  );
  const full = rows.filter(({ empty }) => !empty);
  const [first] = full;
  if (!first || !/^[|>][-+]?\s*(?:#.*)?$/m.test(text.slice(span.start, first.at))) return undefined;
  const put = (moved: readonly (typeof first)[], column: number, like: typeof first): Fault => {
    const [one] = moved as [typeof first];
    const start = one.at + one.column;
    return {
      reason: 'indent',
      start,
      end: start + 1,
      first: { start: like.at + like.column, end: like.at + like.column + 1 },
      mend: moved.map(({ at, column: own }) => ({ start: at, end: at + own, text: ' '.repeat(column) })),
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

/** The text inside brackets that the fault is about: from the sign before it to the sign behind it. */
function inBrackets(text: string, span: Span, fault: Fault): Fault {
  const signs = /[[\]{},]/;
  // What a `#` cuts off is missing at the end; the mistake is in front of it.
  const full = text.slice(span.start, span.end);
  const comma = commaTooMany(text, span, fault);
  if (comma) return comma;
  const hash = (full.includes('\n') ? /[^\s"'[{,]*[ \t]#[^\s]/ : /[^\s"'[{,]*[ \t]#./).exec(full);
  let start = Math.min(Math.max(hash ? span.start + hash.index + hash[0].length : fault.start, span.start), span.end);
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
    if (open >= 0) return { reason: 'unclosed-quote', start: span.start + open, end: span.start + open + 1 };
    const at = Math.min(Math.max(fault.start, span.start), span.start + Math.max(0, line.length - 1));
    return { reason: fault.reason, start: at, end: at + 1 };
  }
  // A comma of another keyboard between a value and the next key.
  const wide = /[，；、]\s*(?=([a-zA-Z]+):\s)/.exec(source);
  if (wide && isFormatKey(wide[1] as string)) {
    const sign = { start: start + wide.index, end: start + wide.index + wide[0].length };
    return { reason: 'full-width', ...sign, mend: [{ ...sign, text: ', ' }] };
  }
  const cut = source.search(full.includes('\n') ? /\s#\S/ : /\s#/);
  if (cut >= 0) {
    const from = start + cut;
    const note = source.slice(cut).trim();
    // With a blank behind its sign it is a note, in the wrong place.
    const mend = /^#\s/.test(note)
      ? [
          { start: from, end, text: '' },
          { start: span.end, end: span.end, text: `  ${note}` },
        ]
      : [{ start, end, text: inQuotes(source) }];
    return { reason: 'cut', start: from + 1, end, mend };
  }
  const reason: Reason = /^[@`%*&!|>?-]/.test(source)
    ? 'special-start'
    : /:(?:\s|$)/.test(source)
      ? 'colon-in-text'
      : fault.reason;
  const at = reason === 'colon-in-text' ? start + source.search(/:(?:\s|$)/) : start;
  const made = { reason, start: at, end: at + 1 };
  const piece = inPiece(text, span, { start, end });
  return piece ? { ...made, mend: whole(piece, inQuotes(text.slice(piece.start, piece.end))) } : made;
}

/**
 * What must be put in quotes, so that the words in `words` are part of a text: what goes on in brackets behind them
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
  const value = /[\w-]+:[ \t]+([^[\]{},"']+(?:,[^[\]{},"':]*)*,[ \t]*)$/.exec(before)?.[1];
  return value === undefined ? undefined : { ...piece, start: start - value.length };
}
