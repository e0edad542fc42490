/** What shows that the change is needed. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: ListWords = {
  more: { en: 'New evidence for the need: {more}', 'zh-CN': '需求的新依据：{more}' },
  less: { en: 'No longer given as evidence for the need: {less}', 'zh-CN': '不再作为需求的依据：{less}' },
  both: { en: 'Evidence for the need: {more} instead of {less}', 'zh-CN': '需求的依据：{less}改为{more}' },
};
const none: ListWords = {
  ...words,
  less: { en: 'The need has no evidence any more (it was {less})', 'zh-CN': '需求不再有任何依据（原为{less}）' },
};

export const kind: ChangeKind = {
  id: 'evidence-changed',
  level: 'note',
  summary: { en: 'The need has other evidence.', 'zh-CN': '需求的依据改变了。' },
  why: {
    en: 'The evidence is why people believe in the need; without any, the change is an opinion.',
    'zh-CN': '有依据，人们才相信确有需求；没有依据，变革只是一种看法。',
  },
  *find(comparison) {
    for (const evidence of comparison.take('purpose', 'evidence', isListChange)) {
      const isNone = evidence.to === undefined;
      yield ofList(evidence, isNone ? none : words, comparison, { level: isNone ? 'decide' : 'note' });
    }
  },
};
