/** Whom a strategy, an activity or a go-live is for. */
import type { Text } from '../../i18n/message.ts';
import { everyone } from '../../model/declaredIds.ts';
import { idOf } from '../../model/plan.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import type { Difference } from '../difference.ts';
import { aboutOf, listChange, namesOf, subjectOf } from '../words.ts';

const words = {
  less: { en: '{subject}no longer for {less}', 'zh-CN': '{subject}不再面向{less}' },
  some: { en: '{subject}now for {more}', 'zh-CN': '{subject}现面向{more}' },
  more: { en: '{subject}now also for {more}', 'zh-CN': '{subject}现也面向{more}' },
  all: { en: '{subject}now for everyone', 'zh-CN': '{subject}现面向所有群体' },
  only: {
    en: '{subject}now only for {more}, no longer for everyone',
    'zh-CN': '{subject}现仅面向{more}，不再面向所有群体',
  },
  other: { en: '{subject}now for {more}, no longer for {less}', 'zh-CN': '{subject}现面向{more}，不再面向{less}' },
} satisfies Record<string, Text>;

function textOf({ from }: Difference, less: readonly string[], more: readonly string[]): Text {
  if (more.includes(everyone)) return words.all;
  if (less.includes(everyone) && more.length > 0) return words.only;
  if (less.length === 0) return from === undefined ? words.some : words.more;
  return more.length === 0 ? words.less : words.other;
}

function isGone(id: string, { things }: Comparison): boolean {
  return things.some(
    ({ kind, before, after }) => kind === 'stakeholder' && !after && before && idOf(before)?.value === id,
  );
}

export const kind: ChangeKind = {
  id: 'audience-changed',
  level: 'note',
  summary: { en: 'Work is for other groups, for more or for fewer.', 'zh-CN': '工作面向的群体改变、增加或减少了。' },
  why: {
    en: 'Whom it is no longer for misses something; whom it is for now should expect it.',
    'zh-CN': '不再面向的人会缺少一些安排；新面向的人应当有所准备。',
  },
  *find(comparison) {
    const found = comparison.open(({ key, shape }) => key === 'audience' && shape !== undefined);
    comparison.tell(...found);
    for (const difference of found) {
      const { thing, before, after } = difference;
      const { less, more } = listChange(difference);
      // That a group is gone says that nothing is for it any more.
      if (more.length === 0 && less.every((id) => isGone(id, comparison))) continue;
      yield {
        text: textOf(difference, less, more),
        data: {
          subject: subjectOf(thing, comparison),
          less: namesOf(less, comparison),
          more: namesOf(more, comparison),
        },
        about: [...aboutOf(thing), '-', ...less, '+', ...more],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
