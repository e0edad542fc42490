/** The first and the last day of the plan. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { alike, ofSingle } from '../row.ts';
import { shiftOf } from '../words.ts';

const words: Readonly<Record<'start' | 'end', Text>> = {
  start: { en: 'The plan starts on {to} instead of {from}, {shift}', 'zh-CN': '计划开始日期由{from}改为{to}，{shift}' },
  end: { en: 'The plan ends on {to} instead of {from}, {shift}', 'zh-CN': '计划结束日期由{from}改为{to}，{shift}' },
};

export const kind: ChangeKind = {
  id: 'plan-window-moved',
  level: 'note',
  summary: { en: 'The plan starts or ends on another day.', 'zh-CN': '计划的开始或结束日期改变了。' },
  why: { en: 'People and money are set aside for this time.', 'zh-CN': '人力和经费是按这段时间安排的。' },
  *find(comparison) {
    for (const key of ['start', 'end'] as const) {
      for (const difference of comparison.take('plan', key, (one) => Boolean(shiftOf(one)))) {
        yield ofSingle(difference, alike(words[key]), comparison);
      }
    }
  },
};
