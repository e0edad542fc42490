/** A value that no other kind tells. */
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { aboutOf, keyText, subjectOf, valueText } from '../words.ts';

export const kind: ChangeKind = {
  id: 'value-changed',
  level: 'note',
  summary: { en: 'A value is another, is new, or is gone.', 'zh-CN': '某个内容改变、新增或删去了。' },
  why: { en: 'Nothing that differs is left out.', 'zh-CN': '凡有不同，都不遗漏。' },
  *find(comparison) {
    for (const difference of comparison.open()) {
      comparison.tell(difference);
      const { from, to, before, after } = difference;
      const text =
        from === undefined
          ? { en: '{subject}{key} is now {to}', 'zh-CN': '{subject}{key}现为 {to}' }
          : to === undefined
            ? { en: '{subject}{key} is gone (it was {from})', 'zh-CN': '{subject}删去了{key}（原为 {from}）' }
            : { en: '{subject}{key} is now {to}, not {from}', 'zh-CN': '{subject}{key}由 {from} 改为 {to}' };
      yield {
        text,
        data: {
          subject: subjectOf(difference.thing, comparison),
          key: keyText(difference),
          from: valueText(from, difference, comparison),
          to: valueText(to, difference, comparison),
        },
        about: [
          ...aboutOf(difference.thing),
          difference.key,
          ...[from, to].map((value) => JSON.stringify(value ?? null)),
        ],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
