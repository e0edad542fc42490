/** Explains an unreadable value: why the library could not read it, as its author would see it, and what was probably meant. */

import { lineStart } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { longestExplained } from '../limits.ts';
import { isConfined, type ParseError, type Repair, traitsOf } from '../parseError.ts';
import { asSpaces, type Tabs } from '../tabWidth.ts';
import { parseBlock } from '../yamlBlock.ts';
import { BrokenValue, type Explanation, errorAt } from './brokenValue.ts';
import { valueInBrackets } from './inBrackets.ts';
import { quotedValue } from './quotes.ts';
import { noteWithin, textBlock } from './severalLines.ts';

/** Signs that mean something else in the file than in a text. */
const special = /[@`%*&!|>]/;

/** The error at a place that its author can see: the library may notice only after a value that something in it is missing. */
function within(text: string, span: Span, error: ParseError): ParseError {
  if (error.start < span.end || span.end === span.start) return error;
  const bracket = error.kind === 'unclosed-bracket' ? text.slice(span.start, span.end).search(/[[{]/) : 0;
  const start = span.start + Math.max(0, bracket);
  return { ...error, start, end: start + 1 };
}

/**
 * Explains why the value in `span` cannot be read: the kind of error, its place and its repair, as its author would see them.
 * `error` is what the library reports. A value over several lines gets no repair unless quotes around all of it are right.
 */
export function explainError(text: string, span: Span, error: ParseError, tabs: Tabs = { width: 2 }): ParseError {
  const found = within(text, span, explained(text, span, error, tabs));
  if (!found.repair || !/[[{]/.test(text[span.start] ?? '') || repairs(text, span, found.repair, found)) return found;
  const { repair: _, ...rest } = found;
  return rest;
}

/** Whether a value in brackets can be read after a change, as far as the place of the error. */
function repairs(text: string, span: Span, repair: readonly Repair[], error: ParseError): boolean {
  if (repair.some(({ start, end }) => start < span.start || end > span.end)) return true;
  let repaired = '';
  let done = span.start;
  let after = 0;
  for (const edit of [...repair].sort((a, b) => a.start - b.start)) {
    repaired += text.slice(done, edit.start) + edit.text;
    after = repaired.length;
    done = edit.end;
  }
  repaired += text.slice(done, span.end);
  const block = parseBlock(repaired);
  const left = block.errors.find((other) => !isConfined(other));
  if (!left) return true;
  const next = explained(repaired, { start: 0, end: repaired.length }, left, { width: 2 });
  return next.start >= after || (next.kind !== error.kind && next.start > error.start - span.start);
}

/** Braces of another keyboard. */
const fullWidthBraces: Explanation = ({ single, body, bodySpan: { end }, sign }) => {
  if (!single || !/^｛.*｝$/.test(body)) return undefined;
  return errorAt('full-width', sign, [
    { ...sign, text: '{' },
    { start: end - 1, end, text: '}' },
  ]);
};

const specialStart: Explanation = (value) => errorAt('special-start', value.sign, value.inQuotes());

const byFirstSign: ReadonlyMap<string, Explanation> = new Map([
  ...[...'"\''].map((sign) => [sign, quotedValue] as const),
  ...[...'[{'].map((sign) => [sign, valueInBrackets] as const),
  ...[...'@`%*&!|>?-,]}'].map((sign) => [sign, specialStart] as const),
]);

const colonInText: Explanation = (value) => {
  const { full, span, error } = value;
  const colon = /:(?:\s|$)/.exec(full);
  if (!colon || !['colon-in-text', 'no-colon', 'unexpected'].includes(error.kind)) return undefined;
  const at = span.start + colon.index;
  return errorAt('colon-in-text', { start: at, end: at + 1 }, value.inQuotes());
};

const backslash: Explanation = ({ single, body, span, error }) => {
  if (error.kind !== 'backslash') return undefined;
  if (!single) return error;
  const lone = [...body.matchAll(/\\\\|\\"|\\/g)].filter(([sign]) => sign === '\\');
  return {
    ...error,
    repair: lone.map(({ index }) => ({ start: span.start + index, end: span.start + index, text: '\\' })),
  };
};

const tabAsIndent: Explanation = ({ text, error, tabs }) => {
  if (error.kind !== 'tab') return undefined;
  const start = lineStart(text, error.start);
  const blanks = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const repair = [{ start, end: start + blanks.length, text: asSpaces(blanks, tabs) }];
  return { ...error, repair, ...(tabs.unclear && { unsure: true }) };
};

/** The first that knows the mistake explains it. */
const explanations: readonly Explanation[] = [
  fullWidthBraces,
  textBlock,
  (value) => byFirstSign.get(value.body[0] ?? '')?.(value),
  noteWithin,
  colonInText,
  backslash,
  tabAsIndent,
];

function explained(text: string, span: Span, error: ParseError, tabs: Tabs): ParseError {
  const { kind, start, end } = error;
  // Braces in braces: a gap of a template, `{{ owner }}`.
  const gap = text.startsWith('{{', start - 1) || text.startsWith('{{', start);
  if (traitsOf(kind).final && !(kind === 'odd-key' && (gap || special.test(text[start] ?? '')))) return error;
  // A value as long as a chapter is no slip of the pen: the searches below would take too long.
  if (span.end - span.start > longestExplained) return error;
  const value = new BrokenValue(text, span, error, tabs);
  for (const explain of explanations) {
    const found = explain(value);
    if (found) return found;
  }
  const from = Math.max(start, span.start);
  return { ...error, start: from, end: Math.max(end, from + 1) };
}
