/** A strategy that stands under another lever. */
import { leverInText } from '../../analysis/labels.ts';
import { idOf } from '../../model/plan.ts';
import type { ChangeKind } from '../change.ts';
import { leverOf, placeOf } from '../thing.ts';

export const kind: ChangeKind = {
  id: 'strategy-moved',
  level: 'note',
  summary: { en: 'A strategy counts for another lever.', 'zh-CN': '某项策略改属另一个 LEVERS。' },
  why: {
    en: 'The work is the same; what it is to change in people is seen otherwise.',
    'zh-CN': '工作不变，但它要影响人的哪个方面，看法变了。',
  },
  *find(comparison) {
    for (const thing of comparison.kept('strategy')) {
      const [from, to] = [leverOf(thing.before), leverOf(thing.after)];
      if (!from || !to || from === to) continue;
      const { catalog } = comparison.after.context;
      yield {
        text: { en: '“{strategy}” moves from {from} to {to}', 'zh-CN': '“{strategy}”由{from}移到{to}' },
        data: { strategy: comparison.called(thing), from: leverInText(from, catalog), to: leverInText(to, catalog) },
        about: [idOf(thing.after)?.value, from, to],
        before: placeOf(thing.before),
        after: placeOf(thing.after),
      };
    }
  },
};
