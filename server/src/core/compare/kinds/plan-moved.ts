/** All days of a plan, or nearly all, move by the same time: one change, said once. */
import { dayText } from '../../i18n/dayText.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { Difference, Plain } from '../difference.ts';
import type { Thing, ThingKind } from '../thing.ts';
import { shiftOf, shiftText } from '../words.ts';

/** Things whose days are plans; those of approvals, readings and the like tell what was. */
const planned: ReadonlySet<ThingKind> = new Set([
  ...(['plan', 'strategy', 'activity', 'deliverable', 'measure', 'milestone', 'sustainment'] as const),
]);

/** With fewer dates than this each is told. */
const fewestDates = 4;
/** So many of the dates make it the whole plan. */
const nearlyAll = 0.8;

function days(value: Plain): readonly string[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly string[]) : [String(value)];
}

/** How many days each day of a value has moved; undefined where they have not moved alike. */
function shift({ from, to }: Difference): number | undefined {
  const [was, is] = [days(from), days(to)];
  const shifts = is.map((day, index) => shiftOf({ from: was[index], to: day }));
  return was.length === is.length && shifts.every((by) => by === shifts[0]) ? shifts[0] : undefined;
}

function isPlannedDay({ thing, key, shape }: Difference): boolean {
  return planned.has(thing.kind) && key !== 'asOf' && (shape?.date || shape?.items?.date) === true;
}

/** How many planned days a thing has in both versions. */
function daysIn({ before, after, shape }: Thing): number {
  if (!before || !after || !shape) return 0;
  const both = (key: string) => before.date(key) !== undefined && after.date(key) !== undefined;
  const own = shape.keys.filter((key) => key !== 'asOf' && shape.key(key)?.date && both(key)).length;
  return own + Math.min(before.texts('reviews').length, after.texts('reviews').length);
}

function wholePlan(comparison: Comparison): readonly Difference[] {
  const dates = comparison.open(isPlannedDay);
  const goLive = dates.find(({ thing, key }) => thing.kind === 'plan' && key === 'goLive');
  const by = goLive && shift(goLive);
  if (!by) return [];
  const moved = dates.filter((date) => shift(date) === by);
  const all = comparison.things.reduce((sum, thing) => sum + (planned.has(thing.kind) ? daysIn(thing) : 0), 0);
  const count = moved.reduce((sum, { to }) => sum + days(to).length, 0);
  return count >= fewestDates && count >= nearlyAll * all ? moved : [];
}

export const kind: ChangeKind = {
  id: 'plan-moved',
  level: 'decide',
  summary: {
    en: 'The whole plan moves, its go-live and the work with it.',
    'zh-CN': '整份计划连同上线日期和各项工作一起移动。',
  },
  why: { en: 'It is one decision, not one for each date.', 'zh-CN': '这是一个决定，不必逐个日期来看。' },
  *find(comparison) {
    const moved = wholePlan(comparison);
    const goLive = moved.find(({ thing, key }) => thing.kind === 'plan' && key === 'goLive');
    const by = goLive && shift(goLive);
    if (!goLive || by === undefined) return;
    comparison.tell(...moved);
    yield {
      text: {
        en: 'The whole plan moves: all work is {shift}, go-live is {to} instead of {from}',
        'zh-CN': '整份计划移动：所有工作{shift}，上线日期由{from}改为{to}',
      },
      data: { shift: shiftText(by), from: dayText(String(goLive.from)), to: dayText(String(goLive.to)) },
      about: [by],
      before: goLive.before && spanOf(goLive.before),
      after: goLive.after && spanOf(goLive.after),
    };
  },
};
