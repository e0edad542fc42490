/** Lists of texts and references: what was taken from them, and what was added. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { ofList } from '../row.ts';
import { isListChange, keyText, subjectOf } from '../words.ts';

const words = {
  more: { en: '{subject}{key}: added {more}', 'zh-CN': '{subject}{key}：新增{more}' },
  less: { en: '{subject}{key}: removed {less}', 'zh-CN': '{subject}{key}：删去{less}' },
  both: { en: '{subject}{key}: added {more}, removed {less}', 'zh-CN': '{subject}{key}：新增{more}，删去{less}' },
} satisfies Record<string, Text>;

export const kind: ChangeKind = {
  id: 'list-changed',
  level: 'note',
  summary: { en: 'Something was added to a list, or taken from it.', 'zh-CN': '某个列表增加或减少了内容。' },
  why: { en: 'Only what is other has to be read, not the whole list.', 'zh-CN': '只需看不同之处，不必重读整个列表。' },
  *find(comparison) {
    const found = comparison.open(isListChange);
    comparison.tell(...found);
    for (const difference of found) {
      const data = { subject: subjectOf(difference.thing, comparison), key: keyText(difference) };
      yield ofList(difference, words, comparison, { data });
    }
  },
};
