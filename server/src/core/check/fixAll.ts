/** Fix all: applies every safe fix, on save and for `levers check --fix` too. */

import type { Problem } from '../diagnostics/problem.ts';
import type { Context, Fix } from '../diagnostics/rule.ts';
import { readAgain } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import { rules } from '../rules/index.ts';
import { binarySearch } from '../text/binarySearch.ts';
import { apply, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { check } from './check.ts';
import { keepsContent } from './safety.ts';

/** A fix may bring to light what another one repairs; so often the plan is looked at again. */
const passes = 20;

const safeRules = new Set(rules.filter(({ safeFixes }) => safeFixes).map(({ code }) => code));

/** Places of a text that are already taken, their ends included. */
class Taken {
  private readonly marks: Uint8Array;

  constructor(length: number) {
    this.marks = new Uint8Array(length + 1);
  }

  has({ start, end }: Span): boolean {
    for (let at = start; at <= end; at++) if (this.marks[at]) return true;
    return false;
  }

  take({ start, end }: Span): void {
    this.marks.fill(1, start, end + 1);
  }
}

/** A fix that is to be made without asking, and what it is for. */
interface SafeFix {
  readonly problem: Problem;
  /** Names it as long as the text stays the same. */
  readonly name: string;
  readonly fix: Fix;
}

/** The safe fixes of a plan, but for those that touch others; these wait for the next pass. */
function safeFixes(plan: Reading, problems: readonly Problem[], refused: ReadonlySet<string>): SafeFix[] {
  const taken = new Taken(plan.text.length);
  const fixes: SafeFix[] = [];
  for (const problem of problems) {
    const { code, span } = problem;
    const name = `${code} ${span.start}`;
    // What is edited already may be repaired by that.
    if (!safeRules.has(code) || refused.has(code) || refused.has(name)) continue;
    if (taken.has({ start: span.start, end: span.start })) continue;
    const fix = problem.fixes().find(({ safe }) => safe);
    if (!fix || !keepsContent(plan.text, span, fix) || fix.edits.some((edit) => taken.has(edit.span))) continue;
    for (const edit of fix.edits) taken.take(edit.span);
    fixes.push({ problem, name, fix });
  }
  return fixes;
}

function inOrder(fixes: readonly SafeFix[]): Edit[] {
  return fixes.flatMap(({ fix }) => fix.edits).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The fixes that wrote something in which there is an error now: it is not valid where it stands. */
function notValid(fixes: readonly SafeFix[], left: readonly Problem[]): SafeFix[] {
  const errors = left.filter(({ severity }) => severity === 'error').map(({ span }) => span.start);
  if (errors.length === 0) return [];
  const owners = new Map(fixes.flatMap((made) => made.fix.edits.map((edit) => [edit, made] as const)));
  const found = new Set<SafeFix>();
  let by = 0;
  for (const edit of inOrder(fixes)) {
    const start = edit.span.start + by;
    const end = start + edit.text.length;
    by += edit.text.length - (edit.span.end - edit.span.start);
    if (edit.text.trim() === '') continue;
    const next = errors[binarySearch(errors, (at) => at >= start)];
    if (next !== undefined && next < end) found.add(owners.get(edit) as SafeFix);
  }
  return [...found];
}

/** A text in pieces: of the original one (a span), or new. */
type Piece = Span | string;

const lengthOf = (piece: Piece) => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

/** The pieces after edits, which are in order and count in the text that the pieces make. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let index = 0;
  let rest = pieces[0];
  const pass = (until: number, keep: boolean) => {
    while (rest !== undefined && at < until) {
      const length = lengthOf(rest);
      const some = Math.min(length, until - at);
      if (keep) result.push(cut(rest, 0, some));
      at += some;
      rest = some < length ? cut(rest, some, length) : pieces[++index];
    }
  };
  for (const { span, text } of edits) {
    pass(span.start, true);
    if (text) result.push(text);
    pass(span.end, false);
  }
  pass(Number.POSITIVE_INFINITY, true);
  return result;
}

/** Pieces as edits of the original text. */
function asEdits(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > done || text) edits.push({ span: { start: done, end: piece.start }, text });
    done = piece.end;
    text = '';
  }
  return edits;
}

function counted(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/**
 * What of these fixes must not be made, as names of fixes or codes of rules; empty where all may be made. A fix is refused
 * if there is an error in what it wrote, or if its rule finds as much as before; if something else is found that was not
 * before, the rules are tried one by one.
 */
function refusals(fixes: readonly SafeFix[], before: readonly Problem[], left: readonly Problem[]): string[] {
  const invalid = notValid(fixes, left);
  if (invalid.length > 0) return invalid.map(({ name }) => name);
  const [old, now] = [counted(before), counted(left)];
  const codes = [...new Set(fixes.map(({ problem }) => problem.code))];
  const idle = codes.filter((code) => (now.get(code) ?? 0) >= (old.get(code) ?? 0));
  if (idle.length > 0) return idle;
  const isNew = [...now].some(([code, count]) => count > (old.get(code) ?? 0));
  return isNew ? codes.slice(codes.length > 1 ? 1 : 0) : [];
}

/** One round of fixing all: its fixes, what they do to the text before it, and how things stand after it. */
interface Round {
  readonly fixes: readonly SafeFix[];
  readonly edits: readonly Edit[];
  readonly after: Reading;
  readonly left: readonly Problem[];
}

/**
 * The rounds in which all is repaired that can be repaired without asking, each from the text that the last one left.
 * `found`: the problems of the plan.
 */
function* rounds(plan: Reading, found: readonly Problem[], context: Context): Generator<Round, void> {
  let here = plan;
  let problems = found;
  const refused = new Set<string>();
  for (let pass = 0; pass < passes; pass++) {
    const fixes = safeFixes(here, problems, refused);
    if (fixes.length === 0) return;
    const edits = inOrder(fixes);
    const after = readAgain(apply(here.text, edits), here);
    const left = check(after, context);
    const no = refusals(fixes, problems, left);
    for (const name of no) refused.add(name);
    if (no.length > 0) continue;
    yield { fixes, edits, after, left };
    here = after;
    problems = left;
    refused.clear();
  }
}

/**
 * The edits that repair all that can be repaired without asking; they do not overlap, and touch nothing else. No line is
 * joined, no word is lost, and nothing is found afterwards that was not before.
 */
export function fixAll(plan: Reading, context: Context): Edit[] {
  return fixedAll(plan, context).edits;
}

/** The same edits, with the text after them, and the problems that are left there. */
export function fixedAll(plan: Reading, context: Context): { edits: Edit[]; after: Reading; left: readonly Problem[] } {
  let pieces: Piece[] = [{ start: 0, end: plan.text.length }];
  const problems = check(plan, context);
  let last: Pick<Round, 'after' | 'left'> = { after: plan, left: problems };
  for (const round of rounds(plan, problems, context)) {
    pieces = edited(pieces, round.edits);
    last = round;
  }
  return { edits: asEdits(pieces, plan.text.length), after: last.after, left: last.left };
}

/**
 * The fixes that `fixAll` makes first, by the problem that each repairs: `problems` are those of the plan. None touches
 * another; offsets are of this text.
 */
export function firstFixes(plan: Reading, problems: readonly Problem[], context: Context): ReadonlyMap<Problem, Fix> {
  const [first] = rounds(plan, problems, context);
  return new Map(first?.fixes.map(({ problem, fix }) => [problem, fix]));
}
