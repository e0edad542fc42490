/** The errors and warnings that a version of a plan brings, and those that are no longer found. */
import { check } from '../check/check.ts';
import { fingerprints } from '../diagnostics/fingerprint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { exceptions } from '../diagnostics/suppressions.ts';
import { parse } from '../model/parse.ts';
import { apply } from '../text/edit.ts';
import { getOrMake } from '../text/getOrMake.ts';
import type { Level } from './change.ts';
import type { Comparison, Side } from './comparison.ts';

/** A problem that only one of two versions has. */
export interface ProblemChange {
  /** New; new by the later reporting day alone; or no longer found, and then a problem of the version before. */
  readonly how: 'found' | 'day' | 'gone';
  readonly level: Level;
  readonly problem: Problem;
}

/** What counts in a comparison. */
function grave(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function inWay(how: ProblemChange['how'], problems: readonly Problem[]): readonly ProblemChange[] {
  return problems.map((problem) => ({
    how,
    level: how === 'found' && problem.severity === 'error' ? 'decide' : 'note',
    problem,
  }));
}

function byFingerprint(side: Side, problems: readonly Problem[]): Map<string, Problem> {
  return new Map(
    [...fingerprints(side.plan, problems, (identity) => identity)].map(([problem, print]) => [print, problem]),
  );
}

/** What stands in the first only; a finding that has only moved with its thing counts as the same. */
function others(
  one: readonly Problem[],
  other: readonly Problem[],
  at: (problem: Problem, first: boolean) => unknown,
): readonly Problem[] {
  const rest = other.map((problem) => ({ code: problem.code, at: at(problem, false) }));
  return one.filter((problem) => {
    const place = at(problem, true);
    const index = rest.findIndex(({ code, at: there }) => code === problem.code && there === place);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** What is new in a version and what is no longer found. */
function changed(comparison: Comparison): readonly [found: readonly Problem[], gone: readonly Problem[]] {
  const { before, after } = comparison;
  const graveIn = (side: Side) => byFingerprint(side, grave(comparison.problems(side)));
  const [was, is] = [graveIn(before), graveIn(after)];
  const thing = (side: 'before' | 'after') => (problem: Problem) => comparison.thingAt(side, problem.span.start);
  const [one, other] = [[...is].filter(([print]) => !was.has(print)), [...was].filter(([print]) => !is.has(print))].map(
    (all) => all.map(([, problem]) => problem),
  ) as [Problem[], Problem[]];
  const excepted = new Set(exceptions(after.plan).flatMap(({ codes }) => codes.map(({ value }) => value)));
  return [
    others(one, other, (problem, first) => thing(first ? 'after' : 'before')(problem)),
    // What is excepted now is there still.
    others(other, one, (problem, first) => thing(first ? 'before' : 'after')(problem)).filter(
      ({ code }) => !excepted.has(code),
    ),
  ];
}

/** What is found in the version before as soon as it has the reporting day of the one after: time alone brings it. */
function withTime({ before, after }: Comparison): ReadonlySet<string> {
  const [was, is] = [before.plan.head?.day('asOf'), after.plan.head?.date('asOf')];
  if (!was || !is || was.value === is) return new Set();
  const plan = parse(apply(before.plan.text, [{ span: was.span, text: is }]));
  return new Set(byFingerprint({ ...before, plan }, check(plan, before.context)).keys());
}

const known = new WeakMap<Comparison, readonly ProblemChange[]>();

/** The errors and warnings that only one of the versions has, in the order of the texts: new ones, then those that are gone. */
export function problemChanges(comparison: Comparison): readonly ProblemChange[] {
  return getOrMake(known, comparison, () => {
    const { after } = comparison;
    const [found, gone] = changed(comparison);
    const byTime = found.length > 0 ? withTime(comparison) : new Set<string>();
    const prints = fingerprints(after.plan, comparison.problems(after), (identity) => identity);
    const isByTime = (problem: Problem) => byTime.has(prints.get(problem) ?? '');
    return [
      ...inWay(
        'found',
        found.filter((problem) => !isByTime(problem)),
      ),
      ...inWay('day', found.filter(isByTime)),
      ...inWay('gone', gone),
    ];
  });
}

/** The errors and warnings of a plan that has no version before: all of them are new. */
export function problemsOfNew({ plan, context }: Side): readonly ProblemChange[] {
  return inWay('found', grave(check(plan, context)));
}
