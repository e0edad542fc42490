/** How far the measures of a plan have come from baseline to target, and how far they should be by now. */

import { type Entry, remembered } from '../model/entry.ts';
import { ofPlan, type Plan } from '../model/plan.ts';
import { isIncomplete, misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { compareDays, daysBetween } from '../text/day.ts';
import { type PlaceToFill, waitsIn } from './placesToFill.ts';
import { isRunning, planDays, referenceDay } from './timeline.ts';

/** A measured value. */
export interface Reading {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
}

/** The readings of a measure, as far as they are written. */
interface Readings {
  /** In the order of their days. */
  readonly all: readonly Reading[];
  /** Whether each item of the list has a day and a number: if not, the latest value is not known. */
  readonly read: boolean;
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
  /** The same of the best reading. */
  readonly best?: number;
  /** How much of that way is expected by the day on which the plan is judged: 0 until it begins (`begins`), 1 from `by` on. */
  readonly expected?: number;
  /** Undefined where nothing is expected, or nothing was measured. */
  readonly course?: Course;
}

const readingsOf = remembered((measure): Readings => {
  const list = measure.value('readings');
  if (!list) return { all: [], read: !misspelt(measure.at, 'readings', shapes.measure) };
  const found = measure.entries('readings').flatMap((reading) => {
    const [on, value] = [reading.date('on'), reading.number('value')?.value];
    return on !== undefined && value !== undefined ? { on, value } : [];
  });
  const all = found.sort((a, b) => compareDays(a.on, b.on));
  const items = list.kind === 'list' ? list.items.length : 0;
  return { all, read: all.length === items && list.kind !== 'broken' };
});

/** Whether all readings of a measure are known: nothing there is half typed or unreadable. */
function readingsKnown(plan: Plan, measure: Entry): boolean {
  return readingsOf(measure).read && !isIncomplete(plan, measure);
}

/** A share of the way from baseline to target by which a measure may be off and still be on course. */
const tolerance = 0.1;

/** `best` is the progress of the best reading, `latest` that of the latest. */
function courseOf(latest: number, best: number, expected: number | undefined, isOver: boolean): Course | undefined {
  // What has reached its target may waver.
  if (isOver) return latest >= 1 || (best >= 1 && latest >= 1 - tolerance) ? 'reached' : 'missed';
  if (expected === undefined) return undefined;
  if (latest >= 1) return 'reached';
  if (latest < expected - tolerance) return 'behind';
  return latest > expected + tolerance ? 'ahead' : 'on-course';
}

/** The share of the way that is expected on a day, in equal steps from one day to another; undefined if these are not in order. */
function expectedOn(day: string, from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || from >= to) return undefined;
  return Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, to)));
}

/** What shows only once people work in the new way. */
const afterGoLive: ReadonlySet<string | undefined> = new Set(['adoption', 'outcome']);

/** The day from which a measure is expected to move: go-live for use and results that are due after it, else the start of the plan. */
function begins(measure: Entry, by?: string, start?: string, goLive?: string): string | undefined {
  const waits = afterGoLive.has(measure.text('kind')) && goLive !== undefined && by !== undefined && goLive < by;
  return waits ? goLive : start;
}

/** How a measure stands on a day, in a plan that starts and goes live on others. */
const standing = remembered((measure, day?: string, start?: string, goLive?: string): Omit<MeasureRow, 'measure'> => {
  const [baseline, target] = [measure.number('baseline')?.value, measure.number('target')?.value];
  const by = measure.date('by');
  const readings = readingsOf(measure).all;
  // What must stay as it is has no way to go.
  const moves = baseline !== target && measure.state('direction') === 'missing';
  const known = baseline !== undefined && target !== undefined && moves;
  const way = known ? readings.map(({ value }) => (value - baseline) / (target - baseline)) : [];
  const progress = way.at(-1);
  const best = way.reduce((most, share) => Math.max(most, share), progress ?? 0);
  const expected = day === undefined ? undefined : expectedOn(day, begins(measure, by, start, goLive), by);
  const isOver = day !== undefined && by !== undefined && by < day;
  const course = progress === undefined ? undefined : courseOf(progress, best, expected, isOver);
  return {
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(by !== undefined && { by }),
    readings,
    ...(progress !== undefined && { progress, best }),
    ...(expected !== undefined && { expected }),
    ...(course && { course }),
  };
});

/** All measures, in the order of the text. `day` is the one on which the plan is judged; without it nothing is expected. */
export function measureRows(plan: Plan, day: string | undefined): readonly MeasureRow[] {
  const { start, goLive } = planDays(plan);
  return plan.list('measures').map((measure) => ({ measure, ...standing(measure, day, start?.value, goLive?.value) }));
}

/**
 * The measures of a running plan that can be judged, and the day on which they are: their readings are known, and no text
 * of them is still to be filled in. Who owns them does not matter. None in other plans.
 */
export const judgedMeasures = ofPlan(
  (plan, context: { readonly today: string }): { readonly rows: readonly MeasureRow[]; readonly day: string } => {
    const day = isRunning(plan, context) ? referenceDay(plan, context) : undefined;
    if (day === undefined) return { rows: [], day: '' };
    const isText = (place: PlaceToFill) => !place.person;
    const canJudge = ({ measure }: MeasureRow) => readingsKnown(plan, measure) && !waitsIn(plan, measure.span, isText);
    return { rows: measureRows(plan, day).filter(canJudge), day };
  },
);
