/** Care for a change after go-live, as the section `sustainment` plans it. */

import { complete } from '../model/declaredIds.ts';
import { Entry } from '../model/entry.ts';
import { isPlaceholder } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { shapes } from '../schema/schema.ts';
import { isList, isMap, isScalar, itemsOf, pairOf } from '../syntax/tree.ts';
import { isDay } from '../text/day.ts';
import { absent, dayUnder } from './timeline.ts';

/** The days that a sustainment names: until when it goes on, its reviews and its handover; undefined where one of them cannot be told. */
export function careDays(plan: Plan, section: Entry): string[] | undefined {
  const handover = section.pair('handover')?.value;
  const reviews = section.pair('reviews')?.value;
  const listed = itemsOf(reviews);
  const days = [
    dayUnder(plan, section, 'until', shapes.sustainment),
    isMap(handover) ? dayUnder(plan, new Entry(handover), 'on', shapes.handover) : undefined,
    ...section.words('reviews').map((word) => (isDay(word.value) ? word : ('unclear' as const))),
  ];
  const sure =
    (isMap(handover) || absent(plan, section, 'handover', shapes.sustainment)) &&
    (isList(reviews) || absent(plan, section, 'reviews', shapes.sustainment)) &&
    listed.every(isScalar);
  if (!sure || days.includes('unclear')) return undefined;
  return days.flatMap((day) => (day === undefined || day === 'unclear' ? [] : [day.value]));
}

/** Whether the plan says, or may say, that someone looks after the change past go-live. */
export function isSustained(plan: Plan, goLive: string): boolean {
  const section = plan.sustainment;
  // An empty section, or what stands in its place, has a finding of its own.
  if (!section) return pairOf(plan.root, 'sustainment') !== undefined || !complete(plan, 'sustainment');
  const days = careDays(plan, section);
  if (!days || days.some((day) => day > goLive)) return true;
  const until = section.day('until')?.value;
  if (until !== undefined && until < goLive) return true; // `date-order` speaks of it.
  const handover = section.pair('handover')?.value;
  if (isMap(handover) && new Entry(handover).word('to') && !new Entry(handover).day('on')) return true;
  if (days.length > 0) return false;
  const owner = section.word('owner')?.value;
  return (
    (owner !== undefined && !isPlaceholder(owner)) ||
    ['cadence', 'actions'].some((key) => section.state(key) !== 'missing')
  );
}
