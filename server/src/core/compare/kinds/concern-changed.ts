/** What a group worries about. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: ListWords = {
  more: { en: 'New concern of “{thing}”: {more}', 'zh-CN': '“{thing}”的新顾虑：{more}' },
  less: { en: 'No longer a concern of “{thing}”: {less}', 'zh-CN': '“{thing}”不再有的顾虑：{less}' },
  both: { en: 'Concerns of “{thing}”: {more} instead of {less}', 'zh-CN': '“{thing}”的顾虑：{less}改为{more}' },
};

export const kind: ChangeKind = {
  id: 'concern-changed',
  level: 'note',
  summary: { en: 'A group has other concerns.', 'zh-CN': '某个群体的顾虑改变了。' },
  why: {
    en: 'A concern that nobody answers becomes resistance; one that is gone was answered, or is only not written any more.',
    'zh-CN': '没有回应的顾虑会变成阻力；不再出现的顾虑，可能已得到回应，也可能只是不再写明。',
  },
  *find(comparison) {
    for (const concerns of comparison.take('stakeholder', 'concerns', isListChange))
      yield ofList(concerns, words, comparison);
  },
};
