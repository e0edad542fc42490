/** What must be true before a milestone is passed. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange, listChange } from '../words.ts';

const words: ListWords = {
  more: { en: 'To pass “{thing}” it now takes: {more}', 'zh-CN': '通过“{thing}”现须满足：{more}' },
  less: { en: 'To pass “{thing}” it no longer takes: {less}', 'zh-CN': '通过“{thing}”不再须满足：{less}' },
  both: { en: 'To pass “{thing}” it takes {more} instead of {less}', 'zh-CN': '通过“{thing}”的条件：{less}改为{more}' },
};

export const kind: ChangeKind = {
  id: 'gate-changed',
  level: 'decide',
  summary: { en: 'A milestone has other conditions.', 'zh-CN': '里程碑的通过条件改变了。' },
  why: {
    en: 'The conditions are what stops a change that is not ready.',
    'zh-CN': '准备不足的变革，正是靠这些条件拦住的。',
  },
  *find(comparison) {
    for (const gate of comparison.take('milestone', 'gate', isListChange))
      yield ofList(gate, words, comparison, { level: listChange(gate).less.length > 0 ? 'decide' : 'note' });
  },
};
