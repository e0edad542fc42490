/** The day on which the plan goes live. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import type { Difference } from '../difference.ts';
import { ofSingle } from '../row.ts';
import { lastOf } from '../thing.ts';
import { shiftOf } from '../words.ts';

const words = {
  moved: { en: 'Go-live moves from {from} to {to}, {shift}', 'zh-CN': '上线日期由{from}改为{to}，{shift}' },
  other: { en: 'Go-live is now {to}, not {from}', 'zh-CN': '上线日期由 {from} 改为 {to}' },
  set: { en: 'Go-live is now planned for {to}', 'zh-CN': '上线日期定为{to}' },
  gone: { en: 'Go-live has no day any more (it was {from})', 'zh-CN': '不再写明上线日期（原为{from}）' },
} satisfies Record<string, Text>;

export const kind: ChangeKind = {
  id: 'go-live-moved',
  level: 'decide',
  summary: { en: 'Go-live has another day.', 'zh-CN': '上线日期改变了。' },
  why: {
    en: 'Everything else is planned around it, and other plans may count on it.',
    'zh-CN': '其他一切都围绕它安排，别的计划也可能依据它。',
  },
  *find(comparison) {
    for (const difference of comparison.take('plan', 'goLive')) {
      const { from, to } = difference;
      // A milestone may write the same day once more.
      const again = (one: Difference) =>
        one.from === from && one.to === to && lastOf(one.thing).text('kind') === 'go-live';
      comparison.take('milestone', 'date', again);
      const changed = shiftOf(difference) ? words.moved : words.other;
      yield ofSingle(difference, { ...words, changed }, comparison);
    }
  },
};
