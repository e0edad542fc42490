/** A measure that nobody has taken for too long. */

import { entryTitle } from '../analysis/labels.ts';
import { judgedMeasures } from '../analysis/measures.ts';
import { planDays } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { addDays, addMonths } from '../text/day.ts';

/** The day after which two readings in a row were left out, by cadence; days of work leave out a weekend. */
const twoLater: Readonly<Record<string, (day: string) => string>> = {
  daily: (day) => addDays(day, 4),
  weekly: (day) => addDays(day, 14),
  biweekly: (day) => addDays(day, 28),
  monthly: (day) => addMonths(day, 2),
  quarterly: (day) => addMonths(day, 6),
  yearly: (day) => addMonths(day, 24),
};

const texts = {
  late: {
    en: '“{title}” has {cadence}, and its last reading is of {last}. Take one now and write it under `readings`.',
    'zh-CN': '“{title}”写的是 {cadence}，但最近一次测量是 {last}。请现在测量，并写入 `readings`。',
  },
  none: {
    en: '“{title}” has no reading, and go-live was on {goLive}. Measure it now and write the value under `readings`.',
    'zh-CN': '“{title}”还没有测量记录，而上线已是 {goLive}。请现在测量，并把数值写入 `readings`。',
  },
  missed: {
    en: '“{title}” was to be reached by {by}, and has no reading. Measure it now and write the value under `readings`.',
    'zh-CN': '“{title}”应在 {by} 前达成，却没有测量记录。请现在测量，并把数值写入 `readings`。',
  },
} satisfies Record<string, Text>;

export const rule: Rule<'daysAfterGoLive'> = {
  code: 'reading-overdue',
  severity: 'warning',
  summary: {
    en: 'A measure has had no reading for more than twice its cadence, or none at all long after go-live or after its day.',
    'zh-CN': '指标超过两个测量周期没有测量记录，或者在上线很久之后、到期之后一次也没有。',
  },
  doc: {
    why: {
      en: 'The source asks for the right metrics to be tracked, and says that success cannot be told a day or even weeks after launch. A measure without readings shows neither success nor failure.',
      'zh-CN':
        '来源资料要求跟踪适当的指标，并指出成败不是在启动后一天甚至几周就能确定的。没有测量记录的指标，既看不出成功，也看不出失败。',
    },
    fix: {
      en: 'Take the reading and write it under `readings`, or write a `cadence` that can be kept. It is information until the plan is `sustaining`, then a warning.',
      'zh-CN':
        '请测量并写入 `readings`，或把 `cadence` 改成能做到的频率。计划进入 `sustaining` 之前只作为信息，之后是警告。',
    },
    allow: {
      en: 'When the number is kept elsewhere, or measuring was paused on purpose.',
      'zh-CN': '数值记录在别处，或有意暂停测量时。',
    },
  },
  options: {
    daysAfterGoLive: {
      default: 60,
      minimum: 1,
      maximum: 3650,
      integer: true,
      text: {
        en: 'How many days after go-live a measure without a `cadence` may have no reading at all. Two months let a new way of working settle.',
        'zh-CN':
          '没有写 `cadence` 的指标，在上线之后最多可以几天没有任何测量记录。默认两个月，让新方式有时间稳定下来。',
      },
    },
  },
  *check(plan, context, { daysAfterGoLive }) {
    const { rows, day } = judgedMeasures(plan, context);
    const goLive = planDays(plan).goLive?.value;
    for (const { measure, readings, by } of rows) {
      const place = measure.word('id') ?? measure.word('title');
      const last = readings.at(-1)?.on;
      const over = by !== undefined && by < day && last === undefined;
      const isLive = goLive !== undefined && goLive < day;
      if (!place || !(over || isLive) || isUncertain(measure, 'cadence', shapes.measure)) continue;
      const cadence = measure.text('cadence') ?? '';
      const since = [last ?? '', goLive ?? ''].sort().at(-1) as string;
      const late = isLive && (twoLater[cadence]?.(since) ?? day) < day;
      const none = isLive && last === undefined && (late || addDays(goLive, daysAfterGoLive) < day);
      if (!over && !late && !none) continue;
      const text = last !== undefined ? texts.late : none ? texts.none : texts.missed;
      yield {
        span: place.span,
        ...(plan.status !== 'sustaining' && { severity: 'info' as const }),
        text,
        data: {
          title: entryTitle(measure),
          last: last ?? '',
          goLive: goLive ?? '',
          by: by ?? '',
          cadence: quoted(`cadence: ${cadence}`),
        },
      };
    }
  },
};
