/** A strategy that is new. */
import { leverInText } from '../../analysis/labels.ts';
import { isPlaceholder } from '../../model/personName.ts';
import type { ChangeKind } from '../change.ts';
import { leverOf, placeOf } from '../thing.ts';
import { aboutOf } from '../words.ts';

export const kind: ChangeKind = {
  id: 'strategy-added',
  level: 'note',
  summary: { en: 'A strategy is new.', 'zh-CN': '新增了一项策略。' },
  why: {
    en: 'It asks for the time of whoever owns it and whom it is for.',
    'zh-CN': '它需要负责人和面向群体投入时间。',
  },
  *find(comparison) {
    for (const thing of comparison.added('strategy')) {
      const lever = leverOf(thing.after);
      const owner = thing.after?.text('owner');
      yield {
        text: {
          en: 'Strategy added under {lever}: “{strategy}”{owner}',
          'zh-CN': '{lever}新增策略：“{strategy}”{owner}',
        },
        data: {
          lever: lever ? leverInText(lever, comparison.after.context.catalog) : '',
          strategy: comparison.called(thing),
          owner:
            owner && !isPlaceholder(owner)
              ? { text: { en: ', owner {owner}', 'zh-CN': '，负责人{owner}' }, data: { owner } }
              : { en: ', without an owner', 'zh-CN': '，没有负责人' },
        },
        about: [lever, ...aboutOf(thing)],
        after: placeOf(thing.after),
      };
    }
  },
};
