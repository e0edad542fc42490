/** View model of *Show Plan*: levers, timeline, reach, measures, open risks, problems. */

import { type Coverage, coverage, minimumLevers } from '../analysis/coverage.ts';
import { type MeasureRow, measureRows } from '../analysis/measures.ts';
import { check } from '../check/check.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Context } from '../diagnostics/rule.ts';
import { severities } from '../diagnostics/severity.ts';
import type { Plan } from '../model/plan.ts';
import { isRecovered } from '../syntax/parseError.ts';
import { isMap } from '../syntax/tree.ts';
import { type GroupRow, heatMap } from './picture/heatMap.ts';
import { type OpenRisk, openRisks } from './picture/risks.ts';
import type { Since } from './picture/since.ts';
import { type Standing, standing } from './picture/standing.ts';
import { type Timeline, timeline } from './picture/timeline.ts';

/** Everything that is drawn of a plan. */
export interface Picture {
  /** Nothing of the text is lost, as it is while a word is half typed. */
  readonly complete: boolean;
  readonly coverage: Coverage;
  /** How many levers are enough for this reader. */
  readonly enough: number;
  readonly timeline: Timeline;
  readonly standing: Standing;
  readonly groups: readonly GroupRow[];
  readonly measures: readonly MeasureRow[];
  readonly risks: { readonly risks: readonly OpenRisk[]; readonly settled: number };
  /** The gravest first, else in the order of the text. */
  readonly problems: readonly Problem[];
}

/** The picture of a plan; `since`: of one that is compared with that version. */
export function picture(plan: Plan, context: Context, since?: Since): Picture {
  const over = timeline(plan, context, since);
  const readable = plan.root === undefined || isMap(plan.root);
  return {
    complete: readable && plan.errors.every(isRecovered),
    coverage: coverage(plan, context.catalog),
    enough: minimumLevers(context.settings),
    timeline: over,
    standing: standing(plan, over),
    groups: heatMap(plan),
    measures: measureRows(plan, over.today),
    risks: openRisks(plan),
    problems: [...check(plan, context)].sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.span.start - b.span.start,
    ),
  };
}
