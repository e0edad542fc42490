/** How far the measures of a plan have come from baseline to target, and how far they should be by now. */

import { planDays } from '../../analysis/timeline.ts';
import type { Entry } from '../../model/entry.ts';
import type { Plan } from '../../model/plan.ts';
import { compareDays, daysBetween } from '../../text/day.ts';

/** A measured value. */
export interface Reading {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
}

/** How a measure stands against what was expected by now (docs/domain.md 2.4). */
export type Course = 'reached' | 'ahead' | 'on-course' | 'behind' | 'missed';

/** A measure, as far as it is written. */
export interface MeasureRow {
  readonly measure: Entry;
  readonly baseline?: number;
  readonly target?: number;
  /** `YYYY-MM-DD`. */
  readonly by?: string;
  /** In the order of their days. */
  readonly readings: readonly Reading[];
  /** How much of the way from baseline to target the latest reading has come: 0 none, 1 all; less or more are possible. */
  readonly progress?: number;
  /** How much of that way is expected by the day on which the plan is judged: 0 at the start of the plan, 1 from `by` on. */
  readonly expected?: number;
  /** Undefined where nothing is expected, or nothing was measured. */
  readonly course?: Course;
}

function readingsOf(measure: Entry): Reading[] {
  const found = measure.entries('readings').flatMap((reading) => {
    const [on, value] = [reading.day('on')?.value, reading.number('value')?.value];
    return on !== undefined && value !== undefined ? { on, value } : [];
  });
  return found.sort((a, b) => compareDays(a.on, b.on));
}

/** A share of the way from baseline to target by which a measure may be off and still be on course. */
const tolerance = 0.1;

function courseOf(progress: number, expected: number): Course {
  if (progress >= 1) return 'reached';
  if (expected >= 1) return 'missed';
  if (progress < expected - tolerance) return 'behind';
  return progress > expected + tolerance ? 'ahead' : 'on-course';
}

/** The share of the way that is expected on a day, in equal steps from one day to another; undefined if these are not in order. */
function expectedOn(day: string, from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || from >= to) return undefined;
  return Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, to)));
}

/** All measures, in the order of the text. `day` is the one on which the plan is judged; without it nothing is expected. */
export function measureRows(plan: Plan, day: string | undefined): readonly MeasureRow[] {
  const start = planDays(plan).start?.value;
  return plan.list('measures').map((measure) => {
    const [baseline, target] = [measure.number('baseline')?.value, measure.number('target')?.value];
    const by = measure.day('by')?.value;
    const readings = readingsOf(measure);
    const latest = readings.at(-1)?.value;
    const known = baseline !== undefined && target !== undefined && latest !== undefined && baseline !== target;
    const progress = known ? (latest - baseline) / (target - baseline) : undefined;
    const expected = day === undefined ? undefined : expectedOn(day, start, by);
    return {
      measure,
      ...(baseline !== undefined && { baseline }),
      ...(target !== undefined && { target }),
      ...(by !== undefined && { by }),
      readings,
      ...(progress !== undefined && { progress }),
      ...(expected !== undefined && { expected }),
      ...(progress !== undefined && expected !== undefined && { course: courseOf(progress, expected) }),
    };
  });
}
