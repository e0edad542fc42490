/** What the organization and the people are to gain. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange, listChange } from '../words.ts';

const words: Readonly<Record<'organization' | 'people', ListWords>> = {
  organization: {
    more: { en: 'New benefit for the organization: {more}', 'zh-CN': '对组织新增的好处：{more}' },
    less: { en: 'No longer a benefit for the organization: {less}', 'zh-CN': '不再写明的对组织的好处：{less}' },
    both: { en: 'Benefits for the organization: {more} instead of {less}', 'zh-CN': '对组织的好处：{less}改为{more}' },
  },
  people: {
    more: { en: 'Now promised to the people: {more}', 'zh-CN': '对员工新增的好处：{more}' },
    less: { en: 'No longer promised to the people: {less}', 'zh-CN': '不再许诺给员工的好处：{less}' },
    both: { en: 'Promised to the people: {more} instead of {less}', 'zh-CN': '对员工的好处：{less}改为{more}' },
  },
};

export const kind: ChangeKind = {
  id: 'benefit-changed',
  level: 'note',
  summary: {
    en: 'The organization or the people are to gain something else.',
    'zh-CN': '组织或员工会得到的好处改变了。',
  },
  why: {
    en: 'People join in for what they gain; a promise that is gone will be missed.',
    'zh-CN': '人们因为对自己有好处才参与；许诺收回，会有人在意。',
  },
  *find(comparison) {
    for (const key of ['organization', 'people'] as const) {
      for (const benefits of comparison.take('purpose', `benefits.${key}`, isListChange)) {
        const { less, more } = listChange(benefits);
        const isBroken = key === 'people' && less.length > more.length;
        yield ofList(benefits, words[key], comparison, { level: isBroken ? 'decide' : 'note' });
      }
    }
  },
};
