/** What the change is about, and what it leaves out on purpose. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: Readonly<Record<'inScope' | 'outOfScope', ListWords>> = {
  inScope: {
    more: { en: 'Now in scope: {more}', 'zh-CN': '现列入范围：{more}' },
    less: { en: 'No longer in scope: {less}', 'zh-CN': '不再列入范围：{less}' },
    both: { en: 'In scope: {more} instead of {less}', 'zh-CN': '范围之内：{less}改为{more}' },
  },
  outOfScope: {
    more: { en: 'Now out of scope: {more}', 'zh-CN': '现划到范围之外：{more}' },
    less: { en: 'No longer out of scope: {less}', 'zh-CN': '不再划在范围之外：{less}' },
    both: { en: 'Out of scope: {more} instead of {less}', 'zh-CN': '范围之外：{less}改为{more}' },
  },
};

export const kind: ChangeKind = {
  id: 'scope-changed',
  level: 'decide',
  summary: { en: 'Something is now in scope or out of scope.', 'zh-CN': '某些内容列入范围，或划到范围之外。' },
  why: {
    en: 'More scope needs more people and time; less scope leaves someone without what they expect.',
    'zh-CN': '范围变大，需要更多人力和时间；范围变小，有人就得不到预期的结果。',
  },
  *find(comparison) {
    for (const key of ['inScope', 'outOfScope'] as const) {
      for (const scope of comparison.take('purpose', key, isListChange)) yield ofList(scope, words[key], comparison);
    }
  },
};
