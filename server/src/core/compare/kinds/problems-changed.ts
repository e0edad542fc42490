/** What the check finds that it did not find before, and what it finds no longer. */
import { coverageRule } from '../../analysis/coverage.ts';
import { check } from '../../check/check.ts';
import { fingerprints } from '../../diagnostics/fingerprint.ts';
import { firstSentence } from '../../diagnostics/firstSentence.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { exceptions } from '../../diagnostics/suppressions.ts';
import { dayText } from '../../i18n/dayText.ts';
import type { Text } from '../../i18n/message.ts';
import { inTurn } from '../../i18n/phrases.ts';
import { parse } from '../../model/parse.ts';
import { apply } from '../../text/edit.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison, Side } from '../comparison.ts';

const words = {
  found: { en: 'The check finds what it did not find before: {list}', 'zh-CN': '检查新发现：{list}' },
  day: {
    en: 'With {day} as the reporting day the check also finds: {list}',
    'zh-CN': '报告日期改为{day}后，检查还发现：{list}',
  },
  gone: { en: 'The check no longer finds: {list}', 'zh-CN': '检查不再发现：{list}' },
  more: { en: '{n} more', 'zh-CN': '另外 {n} 处' },
} satisfies Record<string, Text>;

/** So many are named. */
const mostNamed = 3;

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

/** What is new in a version and what is no longer found, as far as it is a warning or worse. */
function changed(comparison: Comparison): readonly [found: readonly Problem[], gone: readonly Problem[]] {
  const { before, after } = comparison;
  const grave = (side: Side) =>
    comparison.problems(side).filter(({ severity }) => severity === 'error' || severity === 'warning');
  const [was, is] = [byFingerprint(before, grave(before)), byFingerprint(after, grave(after))];
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

export const kind: ChangeKind = {
  id: 'problems-changed',
  level: 'note',
  summary: { en: 'The check finds more, or less, than before.', 'zh-CN': '检查发现的问题比以前多或少。' },
  why: { en: 'A yes to the change is a yes to what it breaks.', 'zh-CN': '同意这次改动，也就是同意它带来的问题。' },
  *find(comparison) {
    const [found, gone] = changed(comparison);
    const asOf = comparison.after.plan.head?.date('asOf');
    const byTime = found.length > 0 ? withTime(comparison) : new Set<string>();
    const prints = fingerprints(comparison.after.plan, comparison.problems(comparison.after), (identity) => identity);
    const isByTime = (problem: Problem) => byTime.has(prints.get(problem) ?? '');
    for (const [how, all] of [
      ['found', found.filter((problem) => problem.code !== coverageRule && !isByTime(problem))],
      ['day', found.filter((problem) => problem.code !== coverageRule && isByTime(problem))],
      ['gone', gone.filter(({ code }) => code !== coverageRule)],
    ] as const) {
      const [first] = all;
      if (!first) continue;
      const list = all.slice(0, mostNamed).map(({ message }) => firstSentence(message));
      const rest = all.length - list.length;
      yield {
        text: words[how],
        data: {
          day: asOf ? dayText(asOf) : '',
          list: inTurn(rest > 0 ? [...list, { text: words.more, data: { n: rest } }] : list),
        },
        ...(how === 'found' && all.some(({ severity }) => severity === 'error') && { level: 'decide' as const }),
        about: [how, ...all.map(({ code }) => code)],
        ...(how === 'gone' ? { before: first.span } : { after: first.span }),
      };
    }
  },
};
