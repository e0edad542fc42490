/** A date that is on no calendar. */
import { isDay, nearestDay } from '../date.ts';
import type { Rule } from '../rule.ts';
import { shapeAt } from '../schema.ts';
import { isScalar, spotAt } from '../tree.ts';

/** What is written as a date and stands alone. */
const written = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g;

export const rule: Rule = {
  code: 'invalid-date',
  severity: 'error',
  structural: true,
  summary: { en: 'A date that is on no calendar.', 'zh-CN': '日历上没有的日期。' },
  doc: {
    why: {
      en: 'A day such as 30 February looks right and is on no calendar: no timeline can show it, and people would guess.',
      'zh-CN': '像 2 月 30 日这样的日期看起来没错，日历上却没有：时间线画不出来，人们只能猜。',
    },
    fix: { en: 'Write the day that is meant.', 'zh-CN': '请改成正确的日期。' },
  },
  *check(plan) {
    // Days that do not exist are rare: they are looked for in the text, and only then it is asked where they stand.
    for (const match of plan.text.matchAll(written)) {
      const [value] = match;
      if (isDay(value)) continue;
      const spot = spotAt(plan.root, match.index);
      if (spot?.on !== 'value' || !isScalar(spot.value) || spot.value.node.value !== value) continue;
      if (!shapeAt(spot.path)?.date) continue;
      const { span } = spot;
      const near = nearestDay(value);
      yield {
        span,
        text: { en: 'There is no {day} on the calendar.', 'zh-CN': '日历上没有 {day} 这一天。' },
        data: { day: value },
        fixes: () => [
          {
            title: { text: { en: 'Change to {near}', 'zh-CN': '改为 {near}' }, data: { near } },
            edits: [{ span, text: plan.text.slice(span.start, span.end).replace(value, near) }],
            preferred: true,
          },
        ],
      };
    }
  },
};
