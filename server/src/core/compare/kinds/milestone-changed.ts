/** Milestones: those that move, are new or gone. Go-lives are told as waves. */
import { dayText } from '../../i18n/dayText.ts';
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { ofThing, ofValue } from '../row.ts';
import { lastOf } from '../thing.ts';
import { shiftOf, shiftText } from '../words.ts';

const words = {
  moved: {
    en: 'Milestone “{milestone}” moves from {from} to {to}, {shift}',
    'zh-CN': '里程碑“{milestone}”由{from}改为{to}，{shift}',
  },
  added: { en: 'Milestone added: {milestone}{on}', 'zh-CN': '新增里程碑：{milestone}{on}' },
  removed: { en: 'Milestone removed: {milestone}{on}', 'zh-CN': '删除里程碑：{milestone}{on}' },
} satisfies Record<string, Text>;

export const kind: ChangeKind = {
  id: 'milestone-changed',
  level: 'note',
  summary: { en: 'A milestone is new, is gone, or has another day.', 'zh-CN': '里程碑新增、删去或改期。' },
  why: { en: 'Others plan by these days.', 'zh-CN': '别人按这些日期安排。' },
  *find(comparison) {
    for (const date of comparison.take('milestone', 'date', (one) => Boolean(shiftOf(one)))) {
      yield ofValue(date, words.moved, {
        milestone: comparison.called(date.thing),
        from: dayText(String(date.from)),
        to: dayText(String(date.to)),
        shift: shiftText(shiftOf(date) ?? 0),
      });
    }
    for (const [how, things] of [
      ['added', comparison.added('milestone')],
      ['removed', comparison.removed('milestone')],
    ] as const) {
      for (const thing of things) {
        const day = lastOf(thing).date('date');
        yield ofThing(thing, how, words[how], {
          milestone: comparison.called(thing),
          on: day ? { text: { en: ' on {day}', 'zh-CN': '，{day}' }, data: { day: dayText(day) } } : '',
        });
      }
    }
  },
};
