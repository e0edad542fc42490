/** One strategy of the catalog in place of another, with the same people and days. */
import { leverInText } from '../../analysis/labels.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { calledOf, leverOf, placeOf } from '../thing.ts';

/** What a strategy may keep, and what it is called. */
const keeps: readonly (readonly [keys: readonly string[], text: Text])[] = [
  [['owner'], { en: 'the same owner', 'zh-CN': '负责人' }],
  [['audience'], { en: 'the same audience', 'zh-CN': '面向群体' }],
  [['start', 'due'], { en: 'the same dates', 'zh-CN': '日期' }],
];

export const kind: ChangeKind = {
  id: 'strategy-swapped',
  level: 'note',
  summary: { en: 'One strategy takes the place of another.', 'zh-CN': '一项策略取代了另一项。' },
  why: {
    en: 'The lever is pulled in another way; those who were told of the old one should hear of the new one.',
    'zh-CN': '做法换了；知道旧做法的人应当了解新做法。',
  },
  *find(comparison) {
    for (const difference of comparison.take(
      'strategy',
      'use',
      ({ from, to }) => from !== undefined && to !== undefined,
    )) {
      const { thing } = difference;
      const { before, after } = thing;
      if (!before || !after) continue;
      const lever = leverOf(after);
      const own = comparison.open((one) => one.thing === thing);
      comparison.tell(...own.filter(({ key }) => key === 'title' || key === 'id'));
      const same = keeps.flatMap(([keys, text]): Value[] => {
        const given = keys.some((key) => after.state(key) === 'given');
        return given && !own.some(({ key }) => keys.includes(key)) ? [text] : [];
      });
      yield {
        text: {
          en: 'Under {lever}, “{to}” takes the place of “{from}”{same}',
          'zh-CN': '在{lever}中，“{to}”取代“{from}”{same}',
        },
        data: {
          lever: lever ? leverInText(lever, comparison.after.context.catalog) : '',
          from: calledOf(before, comparison.before.context.catalog),
          to: calledOf(after, comparison.after.context.catalog),
          same: same.length ? { text: { en: ', with {list}', 'zh-CN': '，{list}不变' }, data: { list: same } } : '',
        },
        about: [lever, String(difference.from), String(difference.to)],
        before: placeOf(before),
        after: placeOf(after),
      };
    }
  },
};
