/** Lists of texts and references: what was taken from them, and what was added. */
import type { Text } from '../../i18n/message.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import type { Difference } from '../difference.ts';
import { aboutOf, keyText, listChange, subjectOf, valueText } from '../words.ts';

const words = {
  more: { en: '{subject}{key}: added {more}', 'zh-CN': '{subject}{key}：新增{more}' },
  less: { en: '{subject}{key}: removed {less}', 'zh-CN': '{subject}{key}：删去{less}' },
  both: { en: '{subject}{key}: added {more}, removed {less}', 'zh-CN': '{subject}{key}：新增{more}，删去{less}' },
} satisfies Record<string, Text>;

function isList({ shape, from, to }: Difference): boolean {
  return shape?.items !== undefined && (Array.isArray(from) || Array.isArray(to));
}

export const kind: ChangeKind = {
  id: 'list-changed',
  level: 'note',
  summary: { en: 'Something was added to a list, or taken from it.', 'zh-CN': '某个列表增加或减少了内容。' },
  why: { en: 'Only what is other has to be read, not the whole list.', 'zh-CN': '只需看不同之处，不必重读整个列表。' },
  *find(comparison) {
    // A word that stands twice is told as the value that it is.
    const found = comparison.open(
      (one) => isList(one) && listChange(one).less.length + listChange(one).more.length > 0,
    );
    comparison.tell(...found);
    for (const difference of found) {
      const { less, more } = listChange(difference);
      yield {
        text: less.length === 0 ? words.more : more.length === 0 ? words.less : words.both,
        data: {
          subject: subjectOf(difference.thing, comparison),
          key: keyText(difference),
          less: valueText(less, difference, comparison),
          more: valueText(more, difference, comparison),
        },
        about: [...aboutOf(difference.thing), difference.key, less.length, more.length],
        before: difference.before && spanOf(difference.before),
        after: difference.after && spanOf(difference.after),
      };
    }
  },
};
