/** Levers that are left out with a reason, or no longer are. */
import { leverInText } from '../../analysis/labels.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { leverOf } from '../thing.ts';

export const kind: ChangeKind = {
  id: 'lever-left-out',
  level: 'note',
  summary: {
    en: 'A lever is left out with a reason, or no longer is.',
    'zh-CN': '某个 LEVERS 说明理由后不启用，或不再如此。',
  },
  why: { en: 'The reason is what you agree to.', 'zh-CN': '您同意的正是这个理由。' },
  *find(comparison) {
    for (const { thing, from, to, before, after } of comparison.take(
      'lever',
      'notUsed',
      (one) => one.from === undefined || one.to === undefined,
    )) {
      const lever = leverOf(thing.after ?? thing.before);
      if (!lever) continue;
      yield {
        text:
          to === undefined
            ? {
                en: '{lever} is no longer left out (the reason was: {from})',
                'zh-CN': '{lever}不再写明不启用（原理由：{from}）',
              }
            : { en: '{lever} is left out: {to}', 'zh-CN': '{lever}不启用：{to}' },
        data: {
          lever: leverInText(lever, comparison.after.context.catalog),
          from: String(from ?? ''),
          to: String(to ?? ''),
        },
        about: [lever, to === undefined],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
