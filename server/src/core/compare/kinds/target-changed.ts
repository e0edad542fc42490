/** The target of a measure, and the day by which it is to be reached. */
import { valueText as measured } from '../../analysis/measureText.ts';
import { dayText } from '../../i18n/dayText.ts';
import type { Message, Text, Value } from '../../i18n/message.ts';
import type { ChangeKind, Level } from '../change.ts';
import type { Difference } from '../difference.ts';
import { ofSingle, ofValue, type ValueWords } from '../row.ts';
import { isDayChange, shiftOf, shiftText } from '../words.ts';

const words = {
  easier: {
    en: '“{measure}” asks for less: target {to} instead of {from}{day}',
    'zh-CN': '“{measure}”的要求降低：目标值由 {from} 改为 {to}{day}',
  },
  harder: {
    en: '“{measure}” asks for more: target {to} instead of {from}{day}',
    'zh-CN': '“{measure}”的要求提高：目标值由 {from} 改为 {to}{day}',
  },
  other: {
    en: '“{measure}”: target {to} instead of {from}{day}',
    'zh-CN': '“{measure}”：目标值由 {from} 改为 {to}{day}',
  },
  set: { en: '“{measure}” now has a target: {to}{day}', 'zh-CN': '“{measure}”现有目标值：{to}{day}' },
  gone: {
    en: '“{measure}” has no target any more (it was {from}){day}',
    'zh-CN': '“{measure}”不再有目标值（原为 {from}）{day}',
  },
  too: { en: ', by {to} instead of {from}, {shift}', 'zh-CN': '，日期由{from}改为{to}，{shift}' },
} satisfies Record<string, Text>;

const days: ValueWords = {
  changed: {
    en: '“{thing}” is to reach its target by {to} instead of {from}, {shift}',
    'zh-CN': '“{thing}”达到目标的日期由{from}改为{to}，{shift}',
  },
  set: { en: '“{thing}” is now to reach its target by {to}', 'zh-CN': '“{thing}”达到目标的日期定为{to}' },
  gone: {
    en: '“{thing}” has no day for its target any more (it was {from})',
    'zh-CN': '“{thing}”不再写明达到目标的日期（原为{from}）',
  },
};

function dayData(day: Difference): Message['data'] {
  return { from: dayText(String(day.from)), to: dayText(String(day.to)), shift: shiftText(shiftOf(day) ?? 0) };
}

/** How the target has changed: it asks for less or more of the way from the baseline. */
function wayOf({ from, to, thing }: Difference): { readonly text: Text; readonly level: Level } {
  if (from === undefined) return { text: words.set, level: 'note' };
  if (to === undefined) return { text: words.gone, level: 'decide' };
  const [was, baseline] = [thing.before?.number('baseline')?.value, thing.after?.number('baseline')?.value];
  const isClear = typeof from === 'number' && typeof to === 'number' && baseline !== undefined && was === baseline;
  const isTurned = isClear && Math.sign(to - baseline) !== Math.sign(from - baseline);
  if (!isClear || isTurned) return { text: words.other, level: 'decide' };
  return Math.abs(to - baseline) < Math.abs(from - baseline)
    ? { text: words.easier, level: 'decide' }
    : { text: words.harder, level: 'decide' };
}

export const kind: ChangeKind = {
  id: 'target-changed',
  level: 'decide',
  summary: {
    en: 'A measure has another target, or more or less time for it.',
    'zh-CN': '某项指标的目标值或达成日期改变了。',
  },
  why: { en: 'The target is what success was agreed to be.', 'zh-CN': '目标值就是当初商定的成功标准。' },
  *find(comparison) {
    for (const target of comparison.take('measure', 'target')) {
      const { thing } = target;
      const unit = thing.after?.text('unit');
      const value = (one: Difference['from']): Value =>
        typeof one === 'number' ? measured(one, unit) : String(one ?? '');
      const [by] = comparison.take('measure', 'by', (one) => one.thing === thing && Boolean(shiftOf(one)));
      const { text, level } = wayOf(target);
      const data = {
        measure: comparison.called(thing),
        from: value(target.from),
        to: value(target.to),
        day: by ? { text: words.too, data: dayData(by) ?? {} } : '',
      };
      yield ofValue(target, text, data, level);
    }
    for (const by of comparison.take('measure', 'by', isDayChange))
      yield ofSingle(by, days, comparison, { level: by.from === undefined ? 'note' : 'decide' });
  },
};
