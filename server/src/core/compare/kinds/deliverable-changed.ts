/** What a strategy delivers: more or less of it, and what of it is done. */
import type { ChangeKind } from '../change.ts';
import { alike, type ListWords, ofList, ofSingle } from '../row.ts';
import { isListChange } from '../words.ts';

const lists: ListWords = {
  more: { en: '“{thing}” now delivers {more}', 'zh-CN': '“{thing}”新增交付物：{more}' },
  less: { en: '“{thing}” no longer delivers {less}', 'zh-CN': '“{thing}”不再交付{less}' },
  both: { en: '“{thing}” delivers {more} instead of {less}', 'zh-CN': '“{thing}”改为交付{more}，不再交付{less}' },
};
const done = { en: 'Delivered: “{thing}” of “{whole}”', 'zh-CN': '已交付：“{whole}”的“{thing}”' };
const open = {
  en: 'No longer said to be delivered: “{thing}” of “{whole}”',
  'zh-CN': '不再写明已交付：“{whole}”的“{thing}”',
};

export const kind: ChangeKind = {
  id: 'deliverable-changed',
  level: 'note',
  summary: {
    en: 'A strategy delivers something else, or has delivered something.',
    'zh-CN': '策略的交付物改变，或已经交付。',
  },
  why: { en: 'Others work with what was promised to them.', 'zh-CN': '别人要用答应给他们的东西。' },
  *find(comparison) {
    for (const deliverables of comparison.take('strategy', 'deliverables', isListChange))
      yield ofList(deliverables, lists, comparison);
    for (const one of comparison.take('deliverable', 'done', ({ to, from }) => to === true || from === true)) {
      const text = one.to === true ? done : open;
      const level = one.to === true ? 'note' : 'decide';
      yield ofSingle(one, alike(text), comparison, { level });
    }
  },
};
