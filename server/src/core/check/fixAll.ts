/** Fix all: applies every safe fix, on save and for `levers check --fix` too. */

import type { Problem } from '../diagnostics/problem.ts';
import type { Context } from '../diagnostics/rule.ts';
import { readAgain } from '../model/parse.ts';
import type { Reading } from '../model/reading.ts';
import { rules } from '../rules/index.ts';
import { apply, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { check } from './check.ts';

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

/** The edits of the safe fixes of a plan, but for those that touch others; these wait for the next pass. */
function safeEdits(plan: Reading, problems: readonly Problem[], stuck: ReadonlySet<string>): Edit[] {
  const taken = new Taken(plan.text.length);
  const edits: Edit[] = [];
  for (const problem of problems) {
    // What is edited already may be repaired by that.
    if (
      !safeRules.has(problem.code) ||
      stuck.has(problem.code) ||
      taken.has({ start: problem.span.start, end: problem.span.start })
    )
      continue;
    const fix = problem.fixes().find(({ safe }) => safe);
    if (!fix || fix.edits.some(({ span }) => taken.has(span))) continue;
    for (const edit of fix.edits) {
      taken.take(edit.span);
      edits.push(edit);
    }
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
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

function times(problems: readonly Problem[], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}

/** The edits that repair all that can be repaired without asking; they do not overlap, and touch nothing else. */
export function fixAll(plan: Reading, context: Context): Edit[] {
  let pieces: Piece[] = [{ start: 0, end: plan.text.length }];
  let here: Reading = plan;
  let problems = check(here, context);
  const stuck = new Set<string>();
  for (let pass = 0; pass < passes; pass++) {
    const edits = safeEdits(here, problems, stuck);
    if (edits.length === 0) break;
    const next = readAgain(apply(here.text, edits), here);
    const left = check(next, context);
    // A fix that repairs nothing is none: its rule is left alone here.
    const idle = [...safeRules].filter(
      (code) => !stuck.has(code) && times(left, code) > 0 && times(left, code) >= times(problems, code),
    );
    if (idle.length > 0) {
      for (const code of idle) stuck.add(code);
      continue;
    }
    pieces = edited(pieces, edits);
    here = next;
    problems = left;
    stuck.clear();
  }
  return asEdits(pieces, plan.text.length);
}
