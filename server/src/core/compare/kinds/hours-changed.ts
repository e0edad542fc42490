/** How many hours an activity takes of each person. */
import { type Counting, counted } from '../../i18n/phrases.ts';
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const words: ValueWords = {
  changed: {
    en: '“{thing}” takes {to} of each person instead of {from}',
    'zh-CN': '“{thing}”每人所需时间由 {from}改为 {to}',
  },
  set: { en: '“{thing}” takes {to} of each person', 'zh-CN': '“{thing}”现写明每人需要 {to}' },
  gone: {
    en: '“{thing}” no longer says how long it takes of each person (it was {from})',
    'zh-CN': '“{thing}”不再写明每人所需时间（原为 {from}）',
  },
};
const hours: Counting = {
  one: { en: '1 hour', 'zh-CN': '1 小时' },
  many: { en: '{n} hours', 'zh-CN': '{n} 小时' },
};

export const kind: ChangeKind = {
  id: 'hours-changed',
  level: 'note',
  summary: { en: 'An activity takes more or less time of each person.', 'zh-CN': '活动占用每人的时间增加或减少。' },
  why: {
    en: 'Somebody has to free this time for everyone who takes part.',
    'zh-CN': '要有人为每位参加者腾出这些时间。',
  },
  *find(comparison) {
    const isNumber = (value: unknown) => value === undefined || typeof value === 'number';
    for (const one of comparison.take('activity', 'hours', ({ from, to }) => isNumber(from) && isNumber(to))) {
      const said = (n: typeof one.from) => counted(hours, Number(n));
      yield ofSingle(one, words, comparison, { data: { from: said(one.from), to: said(one.to) } });
    }
  },
};
