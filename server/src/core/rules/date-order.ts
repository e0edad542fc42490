/** Two dates in the wrong order. */

import type { Finding, Rule } from '../diagnostics/rule.ts';
import { quoted } from '../i18n/phrases.ts';
import { type Entry, remembered, type Spanned } from '../model/entry.ts';
import { isInOrder, type Plan } from '../model/plan.ts';

interface Ordered {
  readonly early: Spanned<string>;
  readonly late: Spanned<string>;
  readonly earlyKey: string;
  readonly lateKey: string;
  /** Both in one block, and with the two swapped all its dates are in order. */
  readonly swappable: boolean;
}

function* pairs(entry: Entry, keys: readonly string[]): Iterable<Ordered> {
  const dated = keys.flatMap((key) => {
    const day = entry.day(key);
    return day ? [{ key, day }] : [];
  });
  for (let i = 1; i < dated.length; i++) {
    const [early, late] = [dated[i - 1], dated[i]];
    if (!early || !late) continue;
    const days = dated.map(({ day }) => day.value);
    [days[i - 1], days[i]] = [late.day.value, early.day.value];
    const swappable = days.every((day, at) => at === 0 || (days[at - 1] as string) <= day);
    yield { early: early.day, late: late.day, earlyKey: early.key, lateKey: late.key, swappable };
  }
}

function* findings(plan: Plan, ordered: Iterable<Ordered>): Iterable<Finding> {
  for (const { early, late, earlyKey, lateKey, swappable } of ordered) {
    if (early.value <= late.value) continue;
    yield {
      span: late.span,
      text: {
        en: '{late} ({lateDay}) is before {early} ({earlyDay}).',
        'zh-CN': '{late}（{lateDay}）早于 {early}（{earlyDay}）。',
      },
      data: { late: quoted(lateKey), lateDay: late.value, early: quoted(earlyKey), earlyDay: early.value },
      related: [{ span: early.span, message: { text: { en: 'The other date.', 'zh-CN': '另一个日期在这里。' } } }],
      fixes: () =>
        swappable
          ? [
              {
                title: { text: { en: 'Swap the two dates', 'zh-CN': '互换两个日期' } },
                edits: [
                  { span: early.span, text: plan.text.slice(late.span.start, late.span.end) },
                  { span: late.span, text: plan.text.slice(early.span.start, early.span.end) },
                ],
              },
            ]
          : [],
    };
  }
}

const datesInOrder = remembered((strategy) => isInOrder(strategy) && strategy.entries('activities').every(isInOrder));

export const rule: Rule = {
  code: 'date-order',
  severity: 'error',
  structural: true,
  summary: { en: 'A date stands before one that it must follow.', 'zh-CN': '日期的先后顺序颠倒了。' },
  doc: {
    why: {
      en: 'A plan starts, goes live and ends; a strategy starts and is due. Where that order is broken no timeline can be drawn, and everything that depends on time is wrong.',
      'zh-CN': '计划先开始、再上线、再结束；策略先开始、再到期。顺序颠倒时，时间线画不出来，与时间有关的判断也都不对。',
    },
    fix: {
      en: 'Correct one of the dates, or swap them; the same day twice is fine. For several go-lives write the first in `goLive` and the others as milestones of kind `go-live`.',
      'zh-CN':
        '请改正其中一个日期，或互换；两个日期相同没有问题。分批上线时，把第一次写在 `goLive`，其余写成类型为 `go-live` 的里程碑。',
    },
  },
  *check(plan) {
    const { head, sustainment } = plan;
    if (head) yield* findings(plan, pairs(head, ['start', 'goLive', 'end']));
    const goLive = head?.day('goLive');
    const until = sustainment?.day('until');
    if (goLive && until) {
      const ordered = { early: goLive, late: until, earlyKey: 'goLive', lateKey: 'until', swappable: false };
      yield* findings(plan, [ordered]);
    }
  },
  each: (plan) => (strategy) => {
    if (datesInOrder(strategy)) return undefined;
    const entries = [strategy, ...strategy.entries('activities')];
    return entries.flatMap((entry) => [...findings(plan, pairs(entry, ['start', 'due']))]);
  },
};
