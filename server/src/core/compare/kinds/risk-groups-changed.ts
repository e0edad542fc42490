/** Whom a risk concerns. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: ListWords = {
  more: { en: 'Risk “{thing}” now concerns {more}', 'zh-CN': '风险“{thing}”现涉及{more}' },
  less: { en: 'Risk “{thing}” no longer concerns {less}', 'zh-CN': '风险“{thing}”不再涉及{less}' },
  both: {
    en: 'Risk “{thing}” now concerns {more}, no longer {less}',
    'zh-CN': '风险“{thing}”现涉及{more}，不再涉及{less}',
  },
};

export const kind: ChangeKind = {
  id: 'risk-groups-changed',
  level: 'note',
  summary: { en: 'A risk concerns other groups.', 'zh-CN': '风险涉及的群体改变了。' },
  why: {
    en: 'The answer has to reach the groups that the risk comes from or hits.',
    'zh-CN': '应对措施要覆盖引发风险或受其影响的群体。',
  },
  *find(comparison) {
    for (const groups of comparison.take('risk', 'stakeholders', isListChange)) yield ofList(groups, words, comparison);
  },
};
