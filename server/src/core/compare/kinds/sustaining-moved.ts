/** How long the work after go-live goes on, and when it is looked at. */
import { dayText } from '../../i18n/dayText.ts';
import type { Text } from '../../i18n/message.ts';
import { isDay } from '../../text/day.ts';
import type { ChangeKind } from '../change.ts';
import { ofValue } from '../row.ts';
import { listChange, shiftOf, shiftText } from '../words.ts';

const words = {
  until: {
    en: 'Work after go-live goes on until {to} instead of {from}, {shift}',
    'zh-CN': '上线后的工作持续到{to}，原为{from}，{shift}',
  },
  moved: { en: 'Reviews after go-live: now {more} instead of {less}', 'zh-CN': '上线后的复查：{less}改为{more}' },
  more: { en: 'Reviews after go-live: added {more}', 'zh-CN': '上线后的复查：新增{more}' },
  less: { en: 'Reviews after go-live: {less} dropped', 'zh-CN': '上线后的复查：取消{less}' },
} satisfies Record<string, Text>;

const days = (list: readonly string[]) => list.map((day) => (isDay(day) ? dayText(day) : day));

export const kind: ChangeKind = {
  id: 'sustaining-moved',
  level: 'note',
  summary: {
    en: 'The work after go-live ends on another day, or is reviewed on others.',
    'zh-CN': '上线后工作的结束日期或复查日期改变了。',
  },
  why: {
    en: 'The source asks for work that goes on after go-live; without a date for it, it ends by itself.',
    'zh-CN': '来源要求上线后继续投入；没有日期，它就会自行中断。',
  },
  *find(comparison) {
    for (const until of comparison.take('sustainment', 'until', (one) => Boolean(shiftOf(one)))) {
      const by = shiftOf(until) ?? 0;
      const data = { from: dayText(String(until.from)), to: dayText(String(until.to)), shift: shiftText(by) };
      yield ofValue(until, words.until, data, by < 0 ? 'decide' : 'note');
    }
    for (const reviews of comparison.take('sustainment', 'reviews')) {
      const { less, more } = listChange(reviews);
      const text = less.length === 0 ? words.more : more.length === 0 ? words.less : words.moved;
      yield ofValue(
        reviews,
        text,
        { less: days(less), more: days(more) },
        more.length < less.length ? 'decide' : 'note',
      );
    }
  },
};
