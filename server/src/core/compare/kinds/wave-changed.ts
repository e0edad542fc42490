/** Milestones that are go-lives: waves that come, go and move. */
import { dayText } from '../../i18n/dayText.ts';
import { idOf } from '../../model/plan.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { lastOf, placeOf, type Thing } from '../thing.ts';
import { shiftOf, shiftText } from '../words.ts';

const isWave = (thing: Thing) => lastOf(thing).text('kind') === 'go-live';

export const kind: ChangeKind = {
  id: 'wave-changed',
  level: 'decide',
  summary: {
    en: 'A wave of the go-live is new, is gone, or has another day.',
    'zh-CN': '某一批上线新增、取消或改期。',
  },
  why: { en: 'On that day people start to work in the new way.', 'zh-CN': '从那天起，有一批人开始用新的方式工作。' },
  *find(comparison) {
    for (const difference of comparison.take('milestone', 'date', ({ thing }) => isWave(thing))) {
      const { thing, from, to, before, after } = difference;
      const by = shiftOf(difference);
      if (!by) continue;
      yield {
        text: {
          en: 'Go-live “{wave}” moves from {from} to {to}, {shift}',
          'zh-CN': '分批上线“{wave}”由{from}改为{to}，{shift}',
        },
        data: {
          wave: comparison.called(thing),
          from: dayText(String(from)),
          to: dayText(String(to)),
          shift: shiftText(by),
        },
        about: ['moved', idOf(lastOf(thing))?.value, String(from), String(to)],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
    for (const [how, things] of [
      ['added', comparison.added('milestone', isWave)],
      ['removed', comparison.removed('milestone', isWave)],
    ] as const) {
      for (const thing of things) {
        const day = lastOf(thing).date('date');
        yield {
          text:
            how === 'added'
              ? { en: 'Go-live added: “{wave}”{on}', 'zh-CN': '新增分批上线：“{wave}”{on}' }
              : { en: 'Go-live removed: “{wave}”{on}', 'zh-CN': '删除分批上线：“{wave}”{on}' },
          data: {
            wave: comparison.called(thing),
            on: day ? { text: { en: ' on {day}', 'zh-CN': '，{day}' }, data: { day: dayText(day) } } : '',
          },
          about: [how, idOf(lastOf(thing))?.value],
          before: placeOf(thing.before),
          after: placeOf(thing.after),
        };
      }
    }
  },
};
