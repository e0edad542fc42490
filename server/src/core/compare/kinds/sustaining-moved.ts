/** How long the work after go-live goes on, and when it is looked at. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList, ofSingle, type ValueWords } from '../row.ts';
import { choiceInText, isDayChange, isListChange, listChange, shiftOf } from '../words.ts';

const until: ValueWords = {
  changed: {
    en: 'Work after go-live goes on until {to} instead of {from}, {shift}',
    'zh-CN': '上线后的工作持续到{to}，原为{from}，{shift}',
  },
  set: { en: 'Work after go-live now goes on until {to}', 'zh-CN': '上线后的工作现定为持续到{to}' },
  gone: {
    en: 'It is no longer said how long the work after go-live goes on (it was until {from})',
    'zh-CN': '不再写明上线后的工作持续到何时（原为{from}）',
  },
};
const rhythm: ValueWords = {
  changed: {
    en: 'Progress after go-live is looked at {to} instead of {from}',
    'zh-CN': '上线后的检查频率由{from}改为{to}',
  },
  set: { en: 'Progress after go-live is now looked at {to}', 'zh-CN': '上线后的检查频率现为{to}' },
  gone: {
    en: 'It is no longer said how often progress after go-live is looked at (it was {from})',
    'zh-CN': '不再写明上线后的检查频率（原为{from}）',
  },
};
const reviewed: ListWords = {
  both: { en: 'Reviews after go-live: now {more} instead of {less}', 'zh-CN': '上线后的复查：{less}改为{more}' },
  more: { en: 'Reviews after go-live: added {more}', 'zh-CN': '上线后的复查：新增{more}' },
  less: { en: 'Reviews after go-live: {less} dropped', 'zh-CN': '上线后的复查：取消{less}' },
};

export const kind: ChangeKind = {
  id: 'sustaining-moved',
  level: 'note',
  summary: {
    en: 'The work after go-live ends on another day, or is reviewed on others or more or less often.',
    'zh-CN': '上线后工作的结束日期、复查日期或检查频率改变了。',
  },
  why: {
    en: 'The source asks for work that goes on after go-live; without a date for it, it ends by itself.',
    'zh-CN': '来源要求上线后继续投入；没有日期，它就会自行中断。',
  },
  *find(comparison) {
    for (const day of comparison.take('sustainment', 'until', isDayChange)) {
      const isShorter = day.to === undefined || (shiftOf(day) ?? 0) < 0;
      yield ofSingle(day, until, comparison, { level: isShorter ? 'decide' : 'note' });
    }
    for (const one of comparison.take('sustainment', 'cadence')) {
      const data = { from: choiceInText(one.from, one), to: choiceInText(one.to, one) };
      yield ofSingle(one, rhythm, comparison, { data });
    }
    for (const reviews of comparison.take('sustainment', 'reviews', isListChange)) {
      const { less, more } = listChange(reviews);
      yield ofList(reviews, reviewed, comparison, { level: more.length < less.length ? 'decide' : 'note' });
    }
  },
};
