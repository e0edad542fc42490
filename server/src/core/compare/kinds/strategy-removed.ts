/** A strategy that is gone. */
import { leverInText } from '../../analysis/labels.ts';
import { Strategy } from '../../model/plan.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import type { ChangeKind } from '../change.ts';
import { leverOf, placeOf } from '../thing.ts';
import { aboutOf } from '../words.ts';

export const kind: ChangeKind = {
  id: 'strategy-removed',
  level: 'note',
  summary: { en: 'A strategy is gone.', 'zh-CN': '删去了一项策略。' },
  why: {
    en: 'Someone may count on it; what was done under it is no longer told.',
    'zh-CN': '可能有人还指望着它；它之下做过的事也不再写明。',
  },
  *find(comparison) {
    for (const thing of comparison.removed('strategy')) {
      const { before } = thing;
      const lever = leverOf(before);
      const status = before instanceof Strategy ? before.status : 'planned';
      yield {
        text: {
          en: 'Strategy removed from {lever}: “{strategy}” ({status})',
          'zh-CN': '{lever}删除策略：“{strategy}”（{status}）',
        },
        data: {
          lever: lever ? leverInText(lever, comparison.before.context.catalog) : '',
          strategy: comparison.called(thing),
          status: choiceName(shapes.strategy.key('status'), status),
        },
        about: [lever, ...aboutOf(thing)],
        before: placeOf(before),
      };
    }
  },
};
