/** Who takes over after go-live, and when. */
import type { Message, Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { ofValue } from '../row.ts';
import { shiftOf, shiftText, valueText } from '../words.ts';

const words = {
  changed: { en: 'The handover goes to {to} instead of {from}{day}', 'zh-CN': '移交对象由{from}改为{to}{day}' },
  set: { en: 'The handover goes to {to}{day}', 'zh-CN': '移交给{to}{day}' },
  gone: {
    en: 'The handover names nobody any more (it was {from}){day}',
    'zh-CN': '不再写明移交给谁（原为{from}）{day}',
  },
  day: { en: 'The handover is on {to} instead of {from}{shift}', 'zh-CN': '移交日期由{from}改为{to}{shift}' },
  too: { en: ', on {to} instead of {from}{shift}', 'zh-CN': '，日期由{from}改为{to}{shift}' },
  shift: { en: ', {shift}', 'zh-CN': '，{shift}' },
} satisfies Record<string, Text>;

export const kind: ChangeKind = {
  id: 'handover-changed',
  level: 'note',
  summary: {
    en: 'Someone else takes over after go-live, or at another time.',
    'zh-CN': '上线后由他人接手，或移交日期改变。',
  },
  why: { en: 'Who is to run it must know, and have people for it.', 'zh-CN': '接手的一方必须知情，并备好人手。' },
  *find(comparison) {
    const [to] = comparison.take('sustainment', 'handover.to');
    const [on] = comparison.take('sustainment', 'handover.on', (one) => one.from !== undefined && one.to !== undefined);
    const by = on && shiftOf(on);
    const dayData: Message['data'] = on && {
      from: valueText(on.from, on, comparison),
      to: valueText(on.to, on, comparison),
      shift: by ? { text: words.shift, data: { shift: shiftText(by) } } : '',
    };
    if (to) {
      const text = to.from === undefined ? words.set : to.to === undefined ? words.gone : words.changed;
      const day = dayData ? { text: words.too, data: dayData } : '';
      yield ofValue(to, text, { from: String(to.from ?? ''), to: String(to.to ?? ''), day });
    } else if (on && dayData) {
      yield ofValue(on, words.day, dayData);
    }
  },
};
