/** Strategies, activities and results that are worked on at another time; those that move alike in one sentence. */
import { daysText } from '../../i18n/dayText.ts';
import type { Message, Value } from '../../i18n/message.ts';
import { firstOf } from '../../i18n/phrases.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { Difference } from '../difference.ts';
import type { Thing } from '../thing.ts';
import { aboutOf, keyInText, shiftOf, shiftText, subjectOf, valueText } from '../words.ts';

/** So many that move alike are told together. */
const together = 3;
/** So many of them are named. */
const mostNamed = 4;

interface Move {
  readonly thing: Thing;
  readonly dates: readonly Difference[];
  /** How far all of its dates have moved; undefined where they have not moved alike. */
  readonly by: number | undefined;
}

function movesIn(comparison: Comparison): readonly Move[] {
  const byThing = new Map<Thing, Difference[]>();
  const isWork = ({ thing, key, shape }: Difference) =>
    ['strategy', 'activity', 'deliverable'].includes(thing.kind) &&
    (key === 'start' || key === 'due') &&
    shape?.date === true;
  for (const one of comparison.open(isWork)) byThing.set(one.thing, [...(byThing.get(one.thing) ?? []), one]);
  return [...byThing].map(([thing, dates]) => {
    const shifts = new Set(dates.map(shiftOf));
    return { thing, dates, by: shifts.size === 1 ? [...shifts][0] : undefined };
  });
}

function dateText(date: Difference, comparison: Comparison): Message {
  const { from, to } = date;
  const by = shiftOf(date);
  return {
    text:
      from === undefined
        ? { en: '{key} {to}', 'zh-CN': '{key}{to}' }
        : to === undefined
          ? { en: '{key} is gone (it was {from})', 'zh-CN': '删去{key}（原为{from}）' }
          : by
            ? { en: '{key} {to} instead of {from}, {shift}', 'zh-CN': '{key}由{from}改为{to}，{shift}' }
            : { en: '{key} {to} instead of {from}', 'zh-CN': '{key}由{from}改为{to}' },
    data: {
      key: keyInText(date),
      from: valueText(from, date, comparison),
      to: valueText(to, date, comparison),
      shift: shiftText(by ?? 0),
    },
  };
}

export const kind: ChangeKind = {
  id: 'work-rescheduled',
  level: 'note',
  summary: { en: 'Work starts or is due at another time.', 'zh-CN': '工作的开始或截止日期改变了。' },
  why: { en: 'Whoever does it, and whom it is for, has to be free then.', 'zh-CN': '做事的人和面向的人届时都要有空。' },
  *find(comparison) {
    const moves = movesIn(comparison);
    for (const { dates } of moves) comparison.tell(...dates);
    for (const by of new Set(moves.map((move) => move.by))) {
      const all = moves.filter((move) => move.by === by);
      const [first] = all;
      if (by && first && all.length >= together) {
        const [date] = first.dates;
        yield {
          text: { en: '{n} pieces of work move, {shift}: {titles}', 'zh-CN': '{n} 项工作移动，{shift}：{titles}' },
          data: {
            n: all.length,
            shift: shiftText(by),
            titles: firstOf(
              all.map(({ thing }) => comparison.called(thing)),
              mostNamed,
            ),
          },
          about: [by, ...all.flatMap(({ thing }) => aboutOf(thing))],
          before: date?.before && spanOf(date.before),
          after: date?.after && spanOf(date.after),
        };
        continue;
      }
      for (const { thing, dates } of all) {
        const [date] = dates;
        const [start, due] = [thing.after?.date('start'), thing.after?.date('due')];
        const isWhole = by !== undefined && dates.length === 2 && start && due && start <= due;
        const parts: Value = dates.map((one) => dateText(one, comparison));
        yield {
          text: isWhole
            ? { en: '{subject}{shift}, now {days}', 'zh-CN': '{subject}{shift}，现为{days}' }
            : { en: '{subject}{parts}', 'zh-CN': '{subject}{parts}' },
          data: {
            subject: subjectOf(thing, comparison),
            shift: shiftText(by ?? 0),
            days: isWhole ? daysText(start, due) : '',
            parts,
          },
          about: [...aboutOf(thing), ...dates.flatMap(({ key, from, to }) => [key, String(from), String(to)])],
          before: date?.before && spanOf(date.before),
          after: date?.after && spanOf(date.after),
        };
      }
    }
  },
};
