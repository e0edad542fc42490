/** Explains an unreadable value: why the library could not read it, as its author would see it, and what was probably meant. */

import type { Span } from '../../text/span.ts';
import { longestExplained } from '../limits.ts';
import { confined, type Fault, type Mend, traitsOf } from '../syntaxError.ts';
import { asSpaces, type Tabs } from '../tabWidth.ts';
import { readBlock } from '../yamlBlock.ts';
import { BrokenValue, type Explanation, errorAt } from './brokenValue.ts';
import { valueInBrackets } from './inBrackets.ts';
import { quotedValue } from './quotes.ts';
import { noteWithin, textBlock } from './severalLines.ts';

/** Signs that mean something else in the file than in a text. */
const special = /[@`%*&!|>]/;

/** The error at a place that its author can see: the library may notice only after a value that something in it is missing. */
function within(text: string, span: Span, fault: Fault): Fault {
  if (fault.start < span.end || span.end === span.start) return fault;
  const bracket = fault.reason === 'unclosed-bracket' ? text.slice(span.start, span.end).search(/[[{]/) : 0;
  const start = span.start + Math.max(0, bracket);
  return { ...fault, start, end: start + 1 };
}

/**
 * Explains why the value in `span` cannot be read: the kind of error, its place and its repair, as its author would see them.
 * `fault` is what the library reports. A value over several lines gets no repair unless quotes around all of it are right.
 */
export function explainError(text: string, span: Span, fault: Fault, tabs: Tabs = { width: 2 }): Fault {
  const found = within(text, span, explained(text, span, fault, tabs));
  if (!found.mend || !/[[{]/.test(text[span.start] ?? '') || mends(text, span, found.mend, found)) return found;
  const { mend: _, ...rest } = found;
  return rest;
}

/** Whether a value in brackets can be read after a change, as far as the place of the fault. */
function mends(text: string, span: Span, mend: readonly Mend[], fault: Fault): boolean {
  if (mend.some(({ start, end }) => start < span.start || end > span.end)) return true;
  let mended = '';
  let done = span.start;
  let after = 0;
  for (const edit of [...mend].sort((a, b) => a.start - b.start)) {
    mended += text.slice(done, edit.start) + edit.text;
    after = mended.length;
    done = edit.end;
  }
  mended += text.slice(done, span.end);
  const leaf = readBlock(mended);
  const left = leaf.faults.find((other) => !confined(other));
  if (!left) return true;
  const next = explained(mended, { start: 0, end: mended.length }, left, { width: 2 });
  return next.start >= after || (next.reason !== fault.reason && next.start > fault.start - span.start);
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
  const { full, span, fault } = value;
  const colon = /:(?:\s|$)/.exec(full);
  if (!colon || !['colon-in-text', 'no-colon', 'unexpected'].includes(fault.reason)) return undefined;
  const at = span.start + colon.index;
  return errorAt('colon-in-text', { start: at, end: at + 1 }, value.inQuotes());
};

const backslash: Explanation = ({ single, body, span, fault }) => {
  if (fault.reason !== 'backslash') return undefined;
  if (!single) return fault;
  const lone = [...body.matchAll(/\\\\|\\"|\\/g)].filter(([sign]) => sign === '\\');
  return {
    ...fault,
    mend: lone.map(({ index }) => ({ start: span.start + index, end: span.start + index, text: '\\' })),
  };
};

const tabAsIndent: Explanation = ({ text, fault, tabs }) => {
  if (fault.reason !== 'tab') return undefined;
  const start = text.lastIndexOf('\n', fault.start - 1) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const mend = [{ start, end: start + blanks.length, text: asSpaces(blanks, tabs) }];
  return { ...fault, mend, ...(tabs.unclear && { unsure: true }) };
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

function explained(text: string, span: Span, fault: Fault, tabs: Tabs): Fault {
  const { reason, start, end } = fault;
  if (traitsOf(reason).final && !(reason === 'odd-key' && special.test(text[start] ?? ''))) return fault;
  // A value as long as a chapter is no slip of the pen: the searches below would take too long.
  if (span.end - span.start > longestExplained) return fault;
  const value = new BrokenValue(text, span, fault, tabs);
  for (const explain of explanations) {
    const found = explain(value);
    if (found) return found;
  }
  const from = Math.max(start, span.start);
  return { ...fault, start: from, end: Math.max(end, from + 1) };
}
