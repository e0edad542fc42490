/** The measures of a brief: where each stands, where it should stand by now, and what that means. */

import { entryTitle } from '../analysis/labels.ts';
import { type Course, type MeasureRow, measureRows } from '../analysis/measures.ts';
import { valueText } from '../analysis/measureText.ts';
import { waitsIn } from '../analysis/placesToFill.ts';
import { dayNear } from '../i18n/dayText.ts';
import type { Text } from '../i18n/message.ts';
import { type Counting, counted } from '../i18n/phrases.ts';
import type { Plan } from '../model/plan.ts';
import { pictureKeys } from '../overview/picture/keys.ts';
import type { Speaker } from '../overview/speaker.ts';
import { compareDays } from '../text/day.ts';
import { lineOf, moreText } from './lines.ts';
import type { BriefMeasure, BriefMeasures } from './model.ts';

const texts = {
  heading: {
    en: 'Does it work? Next date first; the line marks what was expected by now',
    'zh-CN': '有效果吗？按日期排列，竖线表示目前应达到的水平',
  },
  way: { en: '{now} → {target}', 'zh-CN': '{now} → {target}' },
  by: { en: '{way} by {day}', 'zh-CN': '{way}（{day}前）' },
  next: { en: '{rest}; the next is due on {day} ({title})', 'zh-CN': '{rest}；最近的日期是 {day}（{title}）' },
} satisfies Record<string, Text>;

/** What is said of a measure on a course: a sign and a word. */
export const verdicts: Readonly<Record<Course, Text>> = {
  reached: { en: '✓ reached', 'zh-CN': '✓ 已达到' },
  ahead: { en: '✓ ahead', 'zh-CN': '✓ 超前' },
  'on-course': { en: '✓ on course', 'zh-CN': '✓ 符合预期' },
  behind: { en: '▲ behind', 'zh-CN': '▲ 落后' },
  missed: { en: '✗ missed', 'zh-CN': '✗ 未达到' },
};

/** How many measures have no reading yet. */
export const unread: Counting = {
  one: { en: '1 measure has no reading yet', 'zh-CN': '1 项指标还没有测量记录' },
  many: { en: '{n} measures have no reading yet', 'zh-CN': '{n} 项指标还没有测量记录' },
};

const unfilled: Counting = {
  one: { en: '1 measure is still to be filled in', 'zh-CN': '1 项指标待填写' },
  many: { en: '{n} measures are still to be filled in', 'zh-CN': '{n} 项指标待填写' },
};

const most = 6;

const share = (part: number) => Math.min(1, Math.max(0, part));

/** Measures by their days, those without one last. */
export function byDay(a: MeasureRow, b: MeasureRow): number {
  return compareDays(a.by ?? '9999', b.by ?? '9999');
}

function row(found: MeasureRow, key: string, day: string | undefined, said: Speaker): BriefMeasure {
  const { measure, readings, target, by, progress, expected, course } = found;
  const value = (number: number) => valueText(number, measure.text('unit'));
  const now = value(readings.at(-1)?.value ?? 0);
  const way = target === undefined ? now : said.text(texts.way, { now, target: value(target) });
  return {
    key,
    title: lineOf(entryTitle(measure), 'line'),
    ...(progress !== undefined && { done: share(progress) }),
    ...(expected !== undefined && progress !== undefined && { expected }),
    values: by === undefined ? way : said.text(texts.by, { way, day: dayNear(by, day) }),
    ...(course && { course }),
    verdict: course ? said.text(verdicts[course]) : '',
  };
}

/** The measures with a reading, and a sentence about the others. Those that are to be filled in say nothing yet. */
export function measures(plan: Plan, day: string | undefined, said: Speaker): BriefMeasures {
  const keys = pictureKeys(plan);
  const all = [...measureRows(plan, day)].sort(byDay);
  const open = all.filter(({ measure }) => waitsIn(plan, measure.span));
  const filled = all.filter((found) => !open.includes(found));
  const read = filled.filter(({ readings }) => readings.length > 0);
  const silent = filled.filter(({ readings }) => readings.length === 0);
  const next = silent.find(({ by }) => by !== undefined && day !== undefined && by >= day);
  const none = silent.length ? said.value(counted(unread, silent.length)) : '';
  const dated =
    next?.by === undefined
      ? none
      : said.text(texts.next, {
          rest: none,
          day: dayNear(next.by, day),
          title: lineOf(entryTitle(next.measure), 'line'),
        });
  return {
    heading: said.text(texts.heading),
    rows: read.slice(0, most).map((found) => row(found, keys.get(found.measure) as string, day, said)),
    rest: said.label(
      moreText(read.length - most, said),
      dated,
      open.length ? said.value(counted(unfilled, open.length)) : '',
    ),
  };
}
