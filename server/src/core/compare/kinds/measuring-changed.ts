/** How often a measure is taken, and where its values come from. */
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';
import { choiceInText } from '../words.ts';

const cadences: ValueWords = {
  changed: { en: '“{thing}” is measured {to} instead of {from}', 'zh-CN': '“{thing}”的测量频率由{from}改为{to}' },
  set: { en: '“{thing}” is now measured {to}', 'zh-CN': '“{thing}”的测量频率现为{to}' },
  gone: {
    en: '“{thing}” no longer says how often it is measured (it was {from})',
    'zh-CN': '“{thing}”不再写明测量频率（原为{from}）',
  },
};
const sources: ValueWords = {
  changed: {
    en: 'The values of “{thing}” come from {to} instead of {from}',
    'zh-CN': '“{thing}”的数据来源由{from}改为{to}',
  },
  set: { en: 'The values of “{thing}” now come from {to}', 'zh-CN': '“{thing}”的数据来源现为{to}' },
  gone: {
    en: 'It is no longer said where the values of “{thing}” come from (it was {from})',
    'zh-CN': '不再写明“{thing}”的数据来源（原为{from}）',
  },
};

export const kind: ChangeKind = {
  id: 'measuring-changed',
  level: 'note',
  summary: {
    en: 'A measure is taken more or less often, or from another source.',
    'zh-CN': '某项指标的测量频率或数据来源改变了。',
  },
  why: {
    en: 'What is measured less often is seen later; from another source the values may differ although nothing else does.',
    'zh-CN': '测量得少，问题就发现得晚；换了来源，即使情况没变，数值也可能不同。',
  },
  *find(comparison) {
    for (const one of comparison.take('measure', 'cadence')) {
      const data = { from: choiceInText(one.from, one), to: choiceInText(one.to, one) };
      yield ofSingle(one, cadences, comparison, { data });
    }
    for (const one of comparison.take('measure', 'source')) yield ofSingle(one, sources, comparison);
  },
};
