/** Activities of a strategy that are new or gone. */
import { daysText } from '../../i18n/dayText.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import type { ChangeKind } from '../change.ts';
import { ofThing } from '../row.ts';
import { lastOf, type Thing } from '../thing.ts';

const words: Readonly<Record<'added' | 'removed', Text>> = {
  added: { en: 'Activity added to “{whole}”: {thing}{days}', 'zh-CN': '“{whole}”新增活动：{thing}{days}' },
  removed: { en: 'Activity removed from “{whole}”: {thing}{days}', 'zh-CN': '“{whole}”删除活动：{thing}{days}' },
};

/** “ (Apr 5 – 9, 2027)”: when it takes place. */
function when(activity: Entry): Value {
  const [start, due] = [activity.date('start'), activity.date('due')];
  const [first, last] = [start ?? due, due ?? start];
  return first && last
    ? { text: { en: ' ({days})', 'zh-CN': '（{days}）' }, data: { days: daysText(first, last) } }
    : '';
}

export const kind: ChangeKind = {
  id: 'activity-changed',
  level: 'note',
  summary: { en: 'A strategy has an activity more, or one less.', 'zh-CN': '策略新增或删去了一项活动。' },
  why: {
    en: 'It is what people will see of the strategy, and what takes their time.',
    'zh-CN': '人们看到的策略就是这些活动，花时间的也是它们。',
  },
  *find(comparison) {
    for (const how of ['added', 'removed'] as const) {
      for (const thing of comparison[how]('activity')) {
        yield ofThing(thing, how, words[how], {
          whole: comparison.called(thing.parent as Thing),
          thing: comparison.called(thing),
          days: when(lastOf(thing)),
        });
      }
    }
  },
};
