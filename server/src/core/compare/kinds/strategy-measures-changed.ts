/** By what the success of a strategy is seen. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: ListWords = {
  more: { en: '“{thing}” is now measured by {more}', 'zh-CN': '“{thing}”现以{more}衡量' },
  less: { en: '“{thing}” is no longer measured by {less}', 'zh-CN': '“{thing}”不再以{less}衡量' },
  both: {
    en: '“{thing}” is measured by {more} instead of {less}',
    'zh-CN': '“{thing}”改以{more}衡量，不再以{less}衡量',
  },
};
const unmeasured: ListWords = {
  ...words,
  less: { en: 'Nothing measures “{thing}” any more (it was {less})', 'zh-CN': '“{thing}”不再有任何指标（原为{less}）' },
};

export const kind: ChangeKind = {
  id: 'strategy-measures-changed',
  level: 'note',
  summary: {
    en: 'A strategy is measured by something else, or by nothing.',
    'zh-CN': '策略改用其他指标衡量，或不再衡量。',
  },
  why: {
    en: 'It decides whether this work will be seen to have worked.',
    'zh-CN': '它决定了能否看出这项工作是否见效。',
  },
  *find(comparison) {
    for (const measures of comparison.take('strategy', 'measures', isListChange))
      yield ofList(measures, measures.to === undefined ? unmeasured : words, comparison);
  },
};
