/** What a measure is counted in. */
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const words: ValueWords = {
  changed: {
    en: '“{thing}” is now counted in {to} instead of {from}: earlier values cannot be compared',
    'zh-CN': '“{thing}”的单位由{from}改为{to}：此前的数值不能直接比较',
  },
  set: { en: '“{thing}” is now counted in {to}', 'zh-CN': '“{thing}”现以{to}为单位' },
  gone: {
    en: '“{thing}” no longer says what it is counted in (it was {from})',
    'zh-CN': '“{thing}”不再写明单位（原为{from}）',
  },
};

export const kind: ChangeKind = {
  id: 'measure-unit-changed',
  level: 'decide',
  summary: { en: 'A measure is counted in another unit.', 'zh-CN': '某项指标换了单位。' },
  why: {
    en: 'Baseline, target and readings then mean something else, even where the numbers stay.',
    'zh-CN': '即使数字不变，基线、目标值和读数的含义也变了。',
  },
  *find(comparison) {
    for (const unit of comparison.take('measure', 'unit'))
      yield ofSingle(unit, words, comparison, { level: unit.from === undefined ? 'note' : 'decide' });
  },
};
