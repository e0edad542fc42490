/** Decisions: made, put off, needed at another time, new or gone. */
import { dayText } from '../../i18n/dayText.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import type { ChangeKind } from '../change.ts';
import { ofSingle, ofThing, ofValue, type ValueWords } from '../row.ts';
import { lastOf } from '../thing.ts';
import { isDayChange, valueText } from '../words.ts';

const words = {
  made: { en: 'Decided: {decision}{outcome}', 'zh-CN': '已决定：{decision}{outcome}' },
  status: { en: 'Decision “{decision}”: {from} → {to}', 'zh-CN': '决定“{decision}”：{from} → {to}' },
  added: { en: 'Decision added: {decision}{on}', 'zh-CN': '新增决定：{decision}{on}' },
  removed: { en: 'Decision removed: {decision}{on}', 'zh-CN': '删除决定：{decision}{on}' },
  outcome: { en: ' ({outcome})', 'zh-CN': '（{outcome}）' },
} satisfies Record<string, Text>;

const due: ValueWords = {
  changed: {
    en: 'Decision “{thing}” is needed by {to} instead of {from}, {shift}',
    'zh-CN': '决定“{thing}”的截止日期由{from}改为{to}，{shift}',
  },
  set: { en: 'Decision “{thing}” is now needed by {to}', 'zh-CN': '决定“{thing}”的截止日期定为{to}' },
  gone: {
    en: 'Decision “{thing}” no longer says when it is needed (it was by {from})',
    'zh-CN': '决定“{thing}”不再写明截止日期（原为{from}）',
  },
};

function onText(decision: Entry): Value {
  const day = decision.date('on');
  return day ? { text: words.outcome, data: { outcome: dayText(day) } } : '';
}

export const kind: ChangeKind = {
  id: 'decision-changed',
  level: 'note',
  summary: { en: 'A decision was made, put off, is new or gone.', 'zh-CN': '决定已作出、推迟、新增或删去。' },
  why: { en: 'The plan goes on from there, or waits.', 'zh-CN': '计划由此推进，或因此等待。' },
  *find(comparison) {
    for (const difference of comparison.take('decision', 'status')) {
      const { thing, from, to } = difference;
      const outcome =
        to === 'made' ? (comparison.takeOf(thing, 'outcome')?.to ?? thing.after?.text('outcome')) : undefined;
      // What is decided is no longer needed by a day.
      if (to === 'made') comparison.take('decision', 'due', (one) => one.thing === thing && one.to === undefined);
      yield ofValue(
        difference,
        to === 'made' ? words.made : words.status,
        {
          decision: comparison.called(thing),
          outcome: outcome ? { text: words.outcome, data: { outcome: String(outcome) } } : '',
          from: valueText(from, difference, comparison),
          to: valueText(to, difference, comparison),
        },
        from === 'made' ? 'decide' : 'note',
      );
    }
    for (const day of comparison.take('decision', 'due', isDayChange)) yield ofSingle(day, due, comparison);
    for (const how of ['added', 'removed'] as const) {
      for (const thing of comparison[how]('decision'))
        yield ofThing(thing, how, words[how], { decision: comparison.called(thing), on: onText(lastOf(thing)) });
    }
  },
};
