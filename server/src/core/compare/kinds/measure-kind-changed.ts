/** What a measure tells: effort, use, results; whether its value is to get better or only to hold. */
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const kinds: ValueWords = {
  changed: { en: '“{thing}” now counts as {to} instead of {from}', 'zh-CN': '“{thing}”的类型由{from}改为{to}' },
  set: { en: '“{thing}” now counts as {to}', 'zh-CN': '“{thing}”现归为{to}' },
  gone: {
    en: '“{thing}” no longer says what it counts as (it was {from})',
    'zh-CN': '“{thing}”不再写明类型（原为{from}）',
  },
};
const held = {
  en: '“{thing}” is now only to hold its value, not to get better',
  'zh-CN': '“{thing}”现只求保持，不再求改善',
};
const improved = {
  en: '“{thing}” is now to get better, not only to hold its value',
  'zh-CN': '“{thing}”现要求改善，不再只求保持',
};
const directions: ValueWords = { changed: held, set: held, gone: improved };

export const kind: ChangeKind = {
  id: 'measure-kind-changed',
  level: 'decide',
  summary: { en: 'A measure is to tell something else.', 'zh-CN': '某项指标要说明的内容改变了。' },
  why: {
    en: 'Activity shows effort alone, and a value that is only to hold shows no gain.',
    'zh-CN': '活动指标只能说明投入，只求保持的数值不能说明改善。',
  },
  *find(comparison) {
    for (const one of comparison.take('measure', 'kind'))
      yield ofSingle(one, kinds, comparison, { level: one.to === 'activity' ? 'decide' : 'note' });
    for (const one of comparison.take('measure', 'direction', ({ from, to }) => [from, to].includes('hold')))
      yield ofSingle(one, directions, comparison);
  },
};
