/** Milestones, and the go-lives among them: one kind of change each, told alike. */
import { dayText } from '../i18n/dayText.ts';
import type { Text } from '../i18n/message.ts';
import type { ChangeKind } from './change.ts';
import { ofSingle, ofThing, type ValueWords } from './row.ts';
import { lastOf, type Thing } from './thing.ts';
import { isDayChange } from './words.ts';

/** What is said of the day of a milestone, and of one that is new or gone: `{on}` is its day. */
interface MilestoneWords {
  readonly date: ValueWords;
  readonly added: Text;
  readonly removed: Text;
}

const onDay: Text = { en: ' on {day}', 'zh-CN': '，{day}' };

/** The kind for the milestones that `suits` takes. That a day is gone is a decision: it was promised. */
export function milestoneChange(
  words: MilestoneWords,
  kind: Omit<ChangeKind, 'find'>,
  suits: (thing: Thing) => boolean = () => true,
): ChangeKind {
  return {
    ...kind,
    *find(comparison) {
      for (const date of comparison.take('milestone', 'date', (one) => isDayChange(one) && suits(one.thing)))
        yield ofSingle(date, words.date, comparison, { level: date.to === undefined ? 'decide' : kind.level });
      for (const how of ['added', 'removed'] as const) {
        for (const thing of comparison[how]('milestone', suits)) {
          const day = lastOf(thing).date('date');
          const on = day ? { text: onDay, data: { day: dayText(day) } } : '';
          yield ofThing(thing, how, words[how], { thing: comparison.called(thing), on });
        }
      }
    },
  };
}
