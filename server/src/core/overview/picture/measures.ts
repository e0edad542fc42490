/** How far the measures of a plan have come from baseline to target. */

import type { Entry } from '../../model/entry.ts';
import type { Plan } from '../../model/plan.ts';
import { compareDays } from '../../text/day.ts';

/** A measured value. */
export interface Reading {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
}

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
}

function readingsOf(measure: Entry): Reading[] {
  const found = measure.entries('readings').flatMap((reading) => {
    const [on, value] = [reading.day('on')?.value, reading.number('value')?.value];
    return on !== undefined && value !== undefined ? { on, value } : [];
  });
  return found.sort((a, b) => compareDays(a.on, b.on));
}

/** All measures, in the order of the text. */
export function measureRows(plan: Plan): readonly MeasureRow[] {
  return plan.list('measures').map((measure) => {
    const [baseline, target] = [measure.number('baseline')?.value, measure.number('target')?.value];
    const by = measure.day('by')?.value;
    const readings = readingsOf(measure);
    const latest = readings.at(-1)?.value;
    const known = baseline !== undefined && target !== undefined && latest !== undefined && baseline !== target;
    return {
      measure,
      ...(baseline !== undefined && { baseline }),
      ...(target !== undefined && { target }),
      ...(by !== undefined && { by }),
      readings,
      ...(known && { progress: (latest - baseline) / (target - baseline) }),
    };
  });
}
