/** What a strategy waits for. */
import type { ChangeKind } from '../change.ts';
import { type ListWords, ofList } from '../row.ts';
import { isListChange } from '../words.ts';

const words: ListWords = {
  more: { en: '“{thing}” now waits for {more}', 'zh-CN': '“{thing}”现须等待{more}' },
  less: { en: '“{thing}” no longer waits for {less}', 'zh-CN': '“{thing}”不再等待{less}' },
  both: { en: '“{thing}” waits for {more} instead of {less}', 'zh-CN': '“{thing}”改为等待{more}，不再等待{less}' },
};

export const kind: ChangeKind = {
  id: 'dependency-changed',
  level: 'note',
  summary: { en: 'A strategy waits for something else.', 'zh-CN': '策略所等待的事项改变了。' },
  why: {
    en: 'What others wait for delays them when it is late; what nobody waits for any more may begin too early.',
    'zh-CN': '前面的事一晚，后面的就跟着晚；不再等待，则可能开始得太早。',
  },
  *find(comparison) {
    for (const waits of comparison.take('strategy', 'dependsOn', isListChange)) yield ofList(waits, words, comparison);
  },
};
