/** Who takes over after go-live, and when. */
import type { Text } from '../../i18n/message.ts';
import { isPlaceholder } from '../../model/personName.ts';
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';
import { isDayChange, shiftOf, shiftText, valueText } from '../words.ts';

const whom: ValueWords = {
  changed: { en: 'The handover goes to {to} instead of {from}{day}', 'zh-CN': '移交对象由{from}改为{to}{day}' },
  set: { en: 'The handover goes to {to}{day}', 'zh-CN': '移交给{to}{day}' },
  gone: {
    en: 'The handover names nobody any more (it was {from}){day}',
    'zh-CN': '不再写明移交给谁（原为{from}）{day}',
  },
};
const when: ValueWords = {
  changed: { en: 'The handover is on {to} instead of {from}, {shift}', 'zh-CN': '移交日期由{from}改为{to}，{shift}' },
  set: { en: 'The handover is on {to}', 'zh-CN': '移交日期定为{to}' },
  gone: { en: 'The handover has no day any more (it was {from})', 'zh-CN': '不再写明移交日期（原为{from}）' },
};
const too: Text = { en: ', on {to} instead of {from}, {shift}', 'zh-CN': '，日期由{from}改为{to}，{shift}' };

export const kind: ChangeKind = {
  id: 'handover-changed',
  level: 'note',
  summary: {
    en: 'Someone else takes over after go-live, or at another time.',
    'zh-CN': '上线后由他人接手，或移交日期改变。',
  },
  why: { en: 'Who is to run it must know, and have people for it.', 'zh-CN': '接手的一方必须知情，并备好人手。' },
  *find(comparison) {
    for (const written of comparison.take('sustainment', 'handover.to')) {
      const isNobody = written.from !== undefined && isPlaceholder(String(written.to ?? ''));
      const to = isNobody ? { ...written, to: undefined } : written;
      const [on] = comparison.take('sustainment', 'handover.on', (one) => Boolean(shiftOf(one)));
      const [from, day] = [on?.from, on?.to].map((value) => (on ? valueText(value, on, comparison) : ''));
      const data = { from: from ?? '', to: day ?? '', shift: shiftText((on && shiftOf(on)) ?? 0) };
      yield ofSingle(to, whom, comparison, {
        level: to.to === undefined ? 'decide' : 'note',
        data: { day: on ? { text: too, data } : '' },
      });
    }
    for (const on of comparison.take('sustainment', 'handover.on', isDayChange))
      yield ofSingle(on, when, comparison, { level: on.to === undefined ? 'decide' : 'note' });
  },
};
