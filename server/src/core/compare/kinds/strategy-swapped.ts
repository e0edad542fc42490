/** One strategy of the catalog in place of another, with the same people and days. */
import { leverInText } from '../../analysis/labels.ts';
import { sayValue, type Text, type Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import { idOf } from '../../model/plan.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import { calledOf, leverOf, placeOf } from '../thing.ts';

/** What a strategy may keep, and what it is called. */
const keeps: readonly (readonly [keys: readonly string[], text: Text])[] = [
  [['owner'], { en: 'the same owner', 'zh-CN': '负责人' }],
  [['audience'], { en: 'the same audience', 'zh-CN': '面向群体' }],
  [['start', 'due'], { en: 'the same dates', 'zh-CN': '日期' }],
];

/** The words of a title; of Chinese its characters. */
function wordsOf(title: Value): readonly string[] {
  return (
    sayValue(title, 'en')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{N}]{3,}/gu) ?? []
  );
}

/** Whether the same place in the plan holds another strategy: of the catalog, or with another id and a title that shares no word. */
function isOther(
  { before, after }: { readonly before: Entry; readonly after: Entry },
  comparison: Comparison,
): boolean {
  if (idOf(before)?.value === idOf(after)?.value) return false;
  if (before.text('use') !== after.text('use')) return true;
  const [was, is] = [before, after].map((entry) => wordsOf(calledOf(entry, comparison.after.context.catalog)));
  return before.text('use') === undefined && !was?.some((word) => is?.includes(word));
}

export const kind: ChangeKind = {
  id: 'strategy-swapped',
  level: 'note',
  summary: { en: 'One strategy takes the place of another.', 'zh-CN': '一项策略取代了另一项。' },
  why: {
    en: 'The lever is pulled in another way; those who were told of the old one should hear of the new one.',
    'zh-CN': '做法换了；知道旧做法的人应当了解新做法。',
  },
  *find(comparison) {
    for (const thing of comparison.kept('strategy')) {
      const { before, after } = thing;
      if (!isOther(thing, comparison)) continue;
      const lever = leverOf(after);
      const own = comparison.open((one) => one.thing === thing);
      comparison.tell(...own.filter(({ key }) => ['use', 'id', 'title', 'summary'].includes(key)));
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
        about: [lever, idOf(before)?.value, idOf(after)?.value],
        before: placeOf(before),
        after: placeOf(after),
      };
    }
  },
};
