/** Measures that are new or gone. */
import { valueText as measured } from '../../analysis/measureText.ts';
import type { Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import type { ChangeKind } from '../change.ts';
import { ofThing } from '../row.ts';

const words = {
  added: { en: 'Measure added: {measure}{target}', 'zh-CN': '新增指标：{measure}{target}' },
  removed: { en: 'Measure removed: {measure}{target}', 'zh-CN': '删除指标：{measure}{target}' },
  target: { en: ' (target {target})', 'zh-CN': '（目标 {target}）' },
} satisfies Record<string, Text>;

function targetText(measure: Entry): Value {
  const target = measure.number('target')?.value;
  return target === undefined ? '' : { text: words.target, data: { target: measured(target, measure.text('unit')) } };
}

export const kind: ChangeKind = {
  id: 'measure-changed',
  level: 'note',
  summary: { en: 'A measure is new or gone.', 'zh-CN': '指标新增或删去。' },
  why: { en: 'What is no longer measured can no longer be missed.', 'zh-CN': '不再衡量的目标，也就无所谓达不到了。' },
  *find(comparison) {
    for (const thing of comparison.added('measure')) {
      const measure = thing.after as Entry;
      yield ofThing(thing, 'added', words.added, { measure: comparison.called(thing), target: targetText(measure) });
    }
    for (const thing of comparison.removed('measure')) {
      const measure = thing.before as Entry;
      const data = { measure: comparison.called(thing), target: targetText(measure) };
      yield ofThing(thing, 'removed', words.removed, data, 'decide');
    }
  },
};
