/** What to put right first: a few of the problems of a plan, in the order in which a coach would take them. */

import { firstSentence } from '../diagnostics/firstSentence.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { type Locale, say, sayMessage, type Text } from '../i18n/message.ts';
import { formatRules } from '../rules/index.ts';

/** At most so many are named. */
const most = 3;

const words: Text = { en: 'Start with: {problems}', 'zh-CN': '先处理：{problems}' };

const between: Readonly<Record<Locale, string>> = { en: '; ', 'zh-CN': '；' };

/** Rules by what must come first; what stands in none of these is about levers and owners. Format goes before all. */
const stages: readonly (readonly string[])[] = [
  [
    ...['unknown-stakeholder', 'high-impact-group-uncovered', 'unused-stakeholder', 'missing-know-or-choose'],
    ...['impact-not-rated', 'group-only-in-all', 'group-without-enablement', 'group-without-motivation'],
    ...['resistance-unaddressed', 'strategy-without-audience', 'need-without-evidence', 'unfinished-text'],
  ],
  [],
  [
    ...['date-order', 'go-live-moved', 'outside-plan-window', 'dependency-order', 'dependency-cycle', 'overdue'],
    ...['status-contradicts-dates', 'strategy-without-dates', 'late-start', 'training-only-after-go-live'],
    ...['done-but-open'],
    ...['no-barriers-identified', 'risk-without-response', 'downtime-not-planned', 'nothing-after-go-live'],
    ...['sustain-coverage-below-four', 'care-ends-too-soon', 'handover-unclear', 'approval-open', 'decision-overdue'],
  ],
  [
    ...['plan-without-measures', 'unknown-measure', 'measure-incomplete', 'activity-measures-only', 'target-missed'],
    ...['reading-overdue', 'measure-off-course', 'strategy-without-measure'],
  ],
];

const levers = 1;

const format = new Set(formatRules.map(({ code }) => code));

function stageOf({ code }: Problem): number {
  if (format.has(code)) return -1;
  const stage = stages.findIndex((codes) => codes.includes(code));
  return stage < 0 ? levers : stage;
}

/**
 * At most three problems to begin with, one of each kind: can it be read, groups, levers and owners, before and after
 * go-live, measures. Errors and warnings; information only where there are none of these, hints never.
 */
export function startWith(problems: readonly Problem[]): readonly Problem[] {
  const grave = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const open = grave.length ? grave : problems.filter(({ severity }) => severity === 'info');
  const first = new Map<string, Problem>();
  for (const problem of [...open].sort((a, b) => a.span.start - b.span.start))
    if (!first.has(problem.code)) first.set(problem.code, problem);
  return [...first.values()].sort((a, b) => stageOf(a) - stageOf(b) || a.span.start - b.span.start).slice(0, most);
}

/** "Start with: …": the first sentence of each problem to begin with, after what `label` makes of it; empty without any. */
export function startText(
  problems: readonly Problem[],
  locale: Locale,
  label: (problem: Problem, sentence: string) => string = (_, sentence) => sentence,
): string {
  const said = startWith(problems).map((problem) => label(problem, sayMessage(firstSentence(problem.message), locale)));
  return said.length ? say(words, locale, { problems: said.join(between[locale]) }) : '';
}
