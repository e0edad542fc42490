/** Suppressions: comments such as `# levers-ignore-next-line CODE until DAY: reason`, and the findings they remove. */

import type { Spanned } from '../model/entry.ts';
import { saysNothing } from '../model/personName.ts';
import type { Reading } from '../model/reading.ts';
import { surroundings } from '../model/surroundings.ts';
import { isWhole } from '../syntax/parseError.ts';
import { blanked } from '../syntax/strayCharacters.ts';
import { binarySearch } from '../text/binarySearch.ts';
import { isDay } from '../text/day.ts';
import { lineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Problem } from './problem.ts';
import type { Finding, RuleFacts } from './rule.ts';

/** The words that begin an exception, by how far it reaches. */
export const exceptionWords = {
  line: 'levers-ignore',
  'next-line': 'levers-ignore-next-line',
  file: 'levers-ignore-file',
} as const;

export type Reach = keyof typeof exceptionWords;

/**
 * Why an exception cannot be understood: its first word is unknown, `levers-ignore` stands on a line of its own, it
 * names no code, there are words too many before the reason, its last day is no day.
 */
export type ExceptionMistake = 'word' | 'place' | 'codes' | 'form' | 'day';

export interface Exception {
  /** The comment, from its `#` to its last character. */
  readonly span: Span;
  /** The comment stands on a line of its own. */
  readonly ownLine: boolean;
  readonly word: Spanned<string>;
  /** Undefined where the word is none of ours. */
  readonly reach: Reach | undefined;
  readonly codes: readonly Spanned<string>[];
  /** What stands after `until`: the last day on which it holds. */
  readonly until: Spanned<string> | undefined;
  readonly reason: string;
  readonly mistake: { readonly kind: ExceptionMistake; readonly span: Span } | undefined;
  /** Stands where the text cannot be read, so perhaps inside of a text: nothing is said about it. */
  readonly unsure: boolean;
  /** The line of the plan that it is about; undefined for one about the file, and where no line follows. */
  readonly line: number | undefined;
}

/** The lines of a text by their numbers. */
class Numbering {
  readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  /** The number of the line of an offset. */
  at(offset: number): number {
    return binarySearch(this.starts, (start) => start > offset) - 1;
  }

  /** The offset of the first character of a line that is not a blank (or a byte-order mark). */
  content(line: number): number {
    for (let at = this.starts[line] as number; ; at++) {
      const c = this.text.charCodeAt(at);
      if (c !== 0x20 && c !== 0x09 && c !== 0xfeff) return at;
    }
  }

  /** For each line the next one that is neither blank nor a comment. */
  following(): (number | undefined)[] {
    const following: (number | undefined)[] = [];
    let next: number | undefined;
    for (let line = this.starts.length - 1; line >= 0; line--) {
      following[line] = next;
      if (!/[#\r\n]|^$/.test(this.text[this.content(line)] ?? '')) next = line;
    }
    return following;
  }
}

const numberings = new WeakMap<Reading, Numbering>();

function numberingOf(plan: Reading): Numbering {
  const known = numberings.get(plan) ?? new Numbering(plan.text);
  numberings.set(plan, known);
  return known;
}

/** The number of the line of an offset, as in `Exception.line`. */
export function lineOf(plan: Reading, offset: number): number {
  return numberingOf(plan).at(offset);
}

/** Splits at commas and trims. */
function pieces(text: string, start: number): Spanned<string>[] {
  const found: Spanned<string>[] = [];
  for (const match of text.matchAll(/[^,，、]+/g)) {
    const value = match[0].trim();
    const at = start + match.index + match[0].indexOf(value);
    if (value) found.push({ value, span: { start: at, end: at + value.length } });
  }
  return found;
}

/** Parses what follows the directive: codes, last day, reason. */
function parts(text: string, start: number): Pick<Exception, 'codes' | 'until' | 'reason'> {
  const colon = text.search(/[:：]/);
  const head = (colon < 0 ? text : text.slice(0, colon)).trimEnd();
  const written = colon < 0 ? '' : text.slice(colon + 1).trim();
  const day = /[ \t]until(?![\w-])[ \t]*/.exec(head);
  const at = day ? day.index + day[0].length : head.length;
  return {
    codes: pieces(day ? head.slice(0, day.index) : head, start),
    until: day ? { value: head.slice(at), span: { start: start + at, end: start + head.length } } : undefined,
    reason: saysNothing(written) ? '' : written,
  };
}

function mistakeOf(exception: Omit<Exception, 'mistake'>): Exception['mistake'] {
  const { reach, ownLine, word, codes, until, span } = exception;
  if (!reach) return { kind: 'word', span: word.span };
  if (reach === 'line' && ownLine) return { kind: 'place', span: word.span };
  const odd = codes.find(({ value }) => /\s/.test(value));
  if (odd) return { kind: 'form', span: odd.span };
  if (codes.length === 0) return { kind: 'codes', span: word.span };
  if (until && !isDay(until.value)) return { kind: 'day', span: until.value ? until.span : span };
  return undefined;
}

function read(plan: Reading): readonly Exception[] {
  const text = blanked(plan.text);
  const end = plan.errors.find(({ kind }) => kind === 'second-document')?.start ?? text.length;
  const matches = [...text.slice(0, end).matchAll(/(?<=^|[ \t])#+[ \t]*(levers-ignore[\w-]*)/gm)];
  const around = surroundings(
    plan,
    matches.map(({ index }) => index),
  );
  const byNumber = numberingOf(plan);
  const following = byNumber.following();
  const exceptions: Exception[] = [];
  for (const [index, match] of matches.entries()) {
    const start = match.index;
    // A second directive in the same comment belongs to the first one's reason.
    if (around[index] === 'text' || start < (exceptions.at(-1)?.span.end ?? 0)) continue;
    const line = byNumber.at(start);
    const content = byNumber.content(line);
    const ownLine = content === start;
    // In the middle of a comment: prose about suppressions, not one.
    if (!ownLine && text[content] === '#') continue;
    const comment = (/^.*/.exec(text.slice(start, byNumber.starts[line + 1])) as RegExpExecArray)[0].trimEnd();
    const word = match[1] as string;
    const behind = start + match[0].length;
    const reach = (Object.keys(exceptionWords) as Reach[]).find((key) => exceptionWords[key] === word);
    const exception = {
      span: { start, end: start + comment.length },
      ownLine,
      word: { value: word, span: { start: behind - word.length, end: behind } },
      reach,
      ...parts(comment.slice(match[0].length), behind),
      unsure: around[index] === 'unread',
      line: reach === 'line' ? line : reach === 'next-line' ? following[line] : undefined,
    };
    exceptions.push({ ...exception, mistake: mistakeOf(exception) });
  }
  return exceptions;
}

const exceptionsOf = new WeakMap<Reading, readonly Exception[]>();

/** The exceptions that are written in a plan, in the order of the text. */
export function exceptions(plan: Reading): readonly Exception[] {
  let known = exceptionsOf.get(plan);
  if (!known) {
    const unreadable = plan.errors.some(isWhole);
    known = unreadable || !plan.text.includes(exceptionWords.line) ? [] : read(plan);
    exceptionsOf.set(plan, known);
  }
  return known;
}

/** One code of an exception that can be understood and gives a reason: what it asks for. */
export interface Claim {
  readonly exception: Exception;
  readonly code: Spanned<string>;
}

/** What is left of the problems, and which claims took one away (or would have, were their time not over). */
export interface Excepted {
  readonly problems: readonly Problem[];
  readonly needed: readonly Claim[];
  readonly unneeded: readonly Claim[];
}

function isOver(claim: Claim, day: string): boolean {
  return claim.exception.until !== undefined && claim.exception.until.value < day;
}

/** Of the claims to one code on one line (or in the file) the first that holds, else the first. */
class Claims {
  private readonly known = new Map<string, Claim>();

  constructor(private readonly day: string) {}

  private key(code: string, line: number | undefined): string {
    return `${code} ${line ?? ''}`;
  }

  add(claim: Claim): void {
    const { reach, line } = claim.exception;
    if (reach !== 'file' && line === undefined) return;
    const key = this.key(claim.code.value, line);
    const first = this.known.get(key);
    if (!first || (isOver(first, this.day) && !isOver(claim, this.day))) this.known.set(key, claim);
  }

  of(code: string, line?: number): Claim | undefined {
    return this.known.get(this.key(code, line));
  }
}

function returned(problem: Problem, { exception }: Claim): Problem {
  const { until } = exception;
  if (!until) return problem;
  const message = {
    text: { en: 'The exception for this ended on {day}.', 'zh-CN': '针对此处的例外已于 {day} 到期。' },
    data: { day: until.value },
  };
  return { ...problem, related: [...problem.related, { span: until.span, message }] };
}

/**
 * Takes away the problems that are excepted on a day. `mayAllow` says whether a code can be excepted at all. An exception
 * for a line goes before one for the file.
 */
export function except(
  plan: Reading,
  problems: readonly Problem[],
  day: string,
  mayAllow: (code: string) => boolean,
): Excepted {
  const all = exceptions(plan)
    .filter(({ mistake, reason }) => !mistake && reason)
    .flatMap((exception) => exception.codes.map((code): Claim => ({ exception, code })))
    .filter(({ code }) => mayAllow(code.value));
  if (all.length === 0) return { problems, needed: [], unneeded: [] };
  const claims = new Claims(day);
  for (const claim of all) claims.add(claim);
  const claimed = new Set(all.map(({ code }) => code.value));
  const needed = new Set<Claim>();
  const left = problems.flatMap((problem) => {
    if (!claimed.has(problem.code)) return problem;
    const here = claims.of(problem.code, numberingOf(plan).at(problem.span.start));
    const everywhere = claims.of(problem.code);
    const claim = [here, everywhere].find((candidate) => candidate && !isOver(candidate, day)) ?? here ?? everywhere;
    if (!claim) return problem;
    needed.add(claim);
    return isOver(claim, day) ? returned(problem, claim) : [];
  });
  return { problems: left, needed: [...needed], unneeded: all.filter((claim) => !needed.has(claim)) };
}

/** What the rules about exceptions look at, when all others have spoken. */
export interface Outcome {
  /** What is known of the rule with a code. */
  rule(code: string): RuleFacts | undefined;
  readonly codes: readonly string[];
  /** Exceptions that took nothing away, although they could have. */
  readonly unneeded: readonly Claim[];
}

/** A rule about the exceptions in a plan or catalog. */
export interface ExceptionRule extends RuleFacts {
  review(reading: Reading, outcome: Outcome): Iterable<Finding>;
}
