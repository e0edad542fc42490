/** The baseline of a measure: where it began. */
import { firstGoLive } from '../../analysis/goLives.ts';
import { valueText as measured } from '../../analysis/measureText.ts';
import { referenceDay } from '../../analysis/timeline.ts';
import { dayText } from '../../i18n/dayText.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { Difference } from '../difference.ts';
import { ofValue } from '../row.ts';

const words = {
  changed: {
    en: '“{measure}” now begins at {to} instead of {from}{late}',
    'zh-CN': '“{measure}”的基线由 {from} 改为 {to}{late}',
  },
  set: { en: '“{measure}” now has a baseline: {to}{late}', 'zh-CN': '“{measure}”现有基线：{to}{late}' },
  gone: { en: '“{measure}” has no baseline any more (it was {from})', 'zh-CN': '“{measure}”不再有基线（原为 {from}）' },
  late: {
    en: ', although go-live was on {day}: after go-live a baseline can hardly be measured',
    'zh-CN': '，而{day}已经上线：上线之后基线很难再测量',
  },
} satisfies Record<string, Text>;

/** The day of go-live, if it has passed. */
function passedGoLive({ after }: Comparison): string | undefined {
  const [goLive, today] = [firstGoLive(after.plan), referenceDay(after.plan, after.context)];
  if (!goLive || goLive === 'unclear' || today === undefined) return undefined;
  return goLive.value <= today ? goLive.value : undefined;
}

export const kind: ChangeKind = {
  id: 'baseline-changed',
  level: 'decide',
  summary: { en: 'A measure begins at another value.', 'zh-CN': '某项指标的起点改变了。' },
  why: {
    en: 'It changes how much of the way has been made, without anything having been done.',
    'zh-CN': '什么都没做，进展却变了。',
  },
  *find(comparison) {
    const live = passedGoLive(comparison);
    for (const difference of comparison.take('measure', 'baseline')) {
      const { thing, from, to } = difference;
      const unit = thing.after?.text('unit');
      const value = (one: Difference['from']): Value =>
        typeof one === 'number' ? measured(one, unit) : String(one ?? '');
      const text = from === undefined ? words.set : to === undefined ? words.gone : words.changed;
      const data = {
        measure: comparison.called(thing),
        from: value(from),
        to: value(to),
        late: live ? { text: words.late, data: { day: dayText(live) } } : '',
      };
      yield ofValue(difference, text, data, from === undefined && !live ? 'note' : 'decide');
    }
  },
};
