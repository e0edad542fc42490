/** Levers that are left out with a reason, whose reason reads otherwise, or that no longer are. */
import { leverInText } from '../../analysis/labels.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { leverOf } from '../thing.ts';
import { besides } from '../words.ts';

const words = {
  set: { en: '{lever} is left out: {to}', 'zh-CN': '{lever}不启用：{to}' },
  gone: {
    en: '{lever} is no longer left out (the reason was: {from})',
    'zh-CN': '{lever}不再写明不启用（原理由：{from}）',
  },
  changed: {
    en: '{lever} is left out, and the reason now reads: {to} (it was: {from})',
    'zh-CN': '{lever}不启用，理由现写作：{to}（原为：{from}）',
  },
};

export const kind: ChangeKind = {
  id: 'lever-left-out',
  level: 'note',
  summary: {
    en: 'A lever is left out with a reason, the reason reads otherwise, or it no longer is left out.',
    'zh-CN': '某个 LEVERS 说明理由后不启用、理由的写法改变，或不再如此。',
  },
  why: { en: 'The reason is what you agree to.', 'zh-CN': '您同意的正是这个理由。' },
  *find(comparison) {
    for (const { thing, from, to, before, after } of comparison.take('lever', 'notUsed')) {
      const lever = leverOf(thing.after ?? thing.before);
      if (!lever) continue;
      const [was, is] = [String(from ?? ''), String(to ?? '')];
      const isChanged = from !== undefined && to !== undefined;
      yield {
        text: to === undefined ? words.gone : isChanged ? words.changed : words.set,
        data: {
          lever: leverInText(lever, comparison.after.context.catalog),
          from: isChanged ? besides(was, is) : was,
          to: isChanged ? besides(is, was) : is,
        },
        about: [lever, to === undefined],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
