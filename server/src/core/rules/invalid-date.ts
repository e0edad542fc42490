/** A date that does not exist. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { ambiguitiesIn } from '../model/ambiguities.ts';
import { isScalar } from '../syntax/tree.ts';
import { readings } from '../text/dateFormats.ts';
import { nearestDay } from '../text/day.ts';

export const rule: FormatRule = {
  code: 'invalid-date',
  severity: 'error',
  structural: true,
  summary: { en: 'A date that does not exist.', 'zh-CN': '日历上没有的日期。' },
  doc: {
    why: {
      en: 'A day such as 30 February looks right and does not exist: no timeline can show it, and people would guess.',
      'zh-CN': '像 2 月 30 日这样的日期看起来没错，日历上却没有：时间线画不出来，人们只能猜。',
    },
    fix: { en: 'Write the day that is meant.', 'zh-CN': '请改成正确的日期。' },
  },
  *check(plan) {
    for (const { span, value: source, spot } of ambiguitiesIn(plan, 'no-day', ({ date }) => date)) {
      const value = isScalar(spot.value) ? String(spot.value.node.value) : '';
      // Day and month the other way round, where that is a day.
      const near = readings(value)[0] ?? nearestDay(value);
      yield {
        span,
        text: { en: 'There is no {day} on the calendar.', 'zh-CN': '日历上没有 {day} 这一天。' },
        data: { day: value },
        fixes: () => [
          {
            title: { text: { en: 'Change to {near}', 'zh-CN': '改为 {near}' }, data: { near } },
            edits: [{ span, text: source.replace(value, near) }],
            preferred: true,
          },
        ],
      };
    }
  },
};
