/** What happens on a day of a plan, in words. */

import { eventWords } from '../analysis/labels.ts';
import type { Message, Text } from '../i18n/message.ts';
import { same } from '../i18n/phrases.ts';
import type { DateKind, PlanDate } from './overview.ts';

/** Events without a title. */
const eventNames: Readonly<Record<DateKind, Text>> = {
  'plan-start': { en: 'start of the plan', 'zh-CN': '计划开始' },
  'go-live': { en: 'go-live', 'zh-CN': '上线' },
  'plan-end': { en: 'end of the plan', 'zh-CN': '计划结束' },
  milestone: { en: 'a milestone', 'zh-CN': '里程碑' },
  start: { en: 'a strategy starts', 'zh-CN': '一项策略开始' },
  due: { en: 'a strategy is due', 'zh-CN': '一项策略到期' },
};

/** What happens: the title that a milestone has, the strategy that starts or is due, else the kind of event. */
export function eventText({ what, whose, title }: PlanDate): Message {
  if (title === undefined) return { text: eventNames[what] };
  const named = whose && (what === 'start' || what === 'due') ? eventWords[what][whose] : undefined;
  return { text: named ?? same('{title}'), data: { title } };
}
