/** What the check finds that it did not find before, and what it finds no longer. */
import { coverageRule } from '../../analysis/coverage.ts';
import { fingerprints } from '../../diagnostics/fingerprint.ts';
import { firstSentence } from '../../diagnostics/firstSentence.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { exceptions } from '../../diagnostics/suppressions.ts';
import type { Text } from '../../i18n/message.ts';
import { inTurn } from '../../i18n/phrases.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison, Side } from '../comparison.ts';

const words = {
  found: { en: 'The check finds what it did not find before: {list}', 'zh-CN': '检查新发现：{list}' },
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

export const kind: ChangeKind = {
  id: 'problems-changed',
  level: 'note',
  summary: { en: 'The check finds more, or less, than before.', 'zh-CN': '检查发现的问题比以前多或少。' },
  why: { en: 'A yes to the change is a yes to what it breaks.', 'zh-CN': '同意这次改动，也就是同意它带来的问题。' },
  *find(comparison) {
    const [found, gone] = changed(comparison);
    for (const [how, all] of [
      ['found', found.filter(({ code }) => code !== coverageRule)],
      ['gone', gone.filter(({ code }) => code !== coverageRule)],
    ] as const) {
      const [first] = all;
      if (!first) continue;
      const list = all.slice(0, mostNamed).map(({ message }) => firstSentence(message));
      const rest = all.length - list.length;
      yield {
        text: words[how],
        data: { list: inTurn(rest > 0 ? [...list, { text: words.more, data: { n: rest } }] : list) },
        ...(how === 'found' && all.some(({ severity }) => severity === 'error') && { level: 'decide' as const }),
        about: [how, ...all.map(({ code }) => code)],
        ...(how === 'found' ? { after: first.span } : { before: first.span }),
      };
    }
  },
};
