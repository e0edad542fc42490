/** Fixes that give what is late a later day. */

import { planDays } from '../analysis/timeline.ts';
import type { Fix } from '../diagnostics/rule.ts';
import { replaceWord } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import type { Spanned } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { addDays, isDay, workingDayFrom } from '../text/day.ts';

/** A new due date this many days from the day on which the plan is judged; work that has not begun starts on that day. */
const delays: { days: number; title: Text; anew: Text }[] = [
  {
    days: 7,
    title: { en: 'Due in a week, on {day}', 'zh-CN': '一周后到期：{day}' },
    anew: { en: 'Start on {start}, due in a week, on {day}', 'zh-CN': '{start} 开始，一周后到期：{day}' },
  },
  {
    days: 14,
    title: { en: 'Due in two weeks, on {day}', 'zh-CN': '两周后到期：{day}' },
    anew: { en: 'Start on {start}, due in two weeks, on {day}', 'zh-CN': '{start} 开始，两周后到期：{day}' },
  },
];

/**
 * Moves a due date that has passed to a working day after the reference day, within the plan and no later than `last`;
 * `start` is the start date of work that has not begun, which then starts on the reference day.
 */
export function postponed(
  plan: Plan,
  due: Spanned<string>,
  reference: string,
  { start, last }: { start?: Spanned<string> | undefined; last?: string | undefined } = {},
): Fix[] {
  const ends = [planDays(plan).end?.value, last];
  return delays.flatMap(({ days, title, anew }): Fix[] => {
    const day = workingDayFrom(addDays(reference, days));
    if (!isDay(day) || ends.some((end) => end !== undefined && day > end)) return [];
    const edits = [replaceWord(plan, due, day)];
    if (start) edits.push(replaceWord(plan, start, reference));
    return [{ title: { text: start ? anew : title, data: { day, start: reference } }, edits }];
  });
}
