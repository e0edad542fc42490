/** What changes for a group. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange, listChange } from '../words.ts';

const words: ListWords = {
  more: { en: 'More changes for “{thing}”: {more}', 'zh-CN': '“{thing}”受影响的方面增加：{more}' },
  less: { en: 'Less changes for “{thing}”: no longer {less}', 'zh-CN': '“{thing}”受影响的方面减少：{less}' },
  both: {
    en: 'Other things change for “{thing}”: {more} instead of {less}',
    'zh-CN': '“{thing}”受影响的方面：{less}改为{more}',
  },
};

/** What contracts and agreements settle: who changes it has to agree it with the people or with those who speak for them. */
const agreed = ['job-roles', 'reporting', 'performance-reviews', 'pay', 'location'];

export const kind: ChangeKind = {
  id: 'aspects-changed',
  level: 'note',
  summary: { en: 'Other sides of the work of a group change.', 'zh-CN': '某个群体受影响的方面改变了。' },
  why: {
    en: 'The more changes for people, the more support they need; duties, pay and the like have to be agreed with them.',
    'zh-CN': '变化的方面越多，人们需要的支持越多；职责、薪酬等须与他们商定。',
  },
  *find(comparison) {
    for (const aspects of comparison.take('stakeholder', 'aspects', isListChange)) {
      const isAgreed = listChange(aspects).more.some((aspect) => agreed.includes(aspect));
      yield ofList(aspects, words, comparison, { level: isAgreed ? 'decide' : 'note' });
    }
  },
};
