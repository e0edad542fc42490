/** Through what an activity reaches people. */
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const words: ValueWords = {
  changed: {
    en: '“{thing}” reaches people through {to} instead of {from}',
    'zh-CN': '“{thing}”的渠道由{from}改为{to}',
  },
  set: { en: '“{thing}” now reaches people through {to}', 'zh-CN': '“{thing}”的渠道现为{to}' },
  gone: {
    en: '“{thing}” no longer says through what it reaches people (it was {from})',
    'zh-CN': '“{thing}”不再写明渠道（原为{from}）',
  },
};

export const kind: ChangeKind = {
  id: 'channel-changed',
  level: 'note',
  summary: { en: 'An activity reaches people through another channel.', 'zh-CN': '活动改用其他渠道。' },
  why: {
    en: 'Not everyone reads every channel; those who do not would miss it.',
    'zh-CN': '并非人人都看每个渠道；不看的人会错过。',
  },
  *find(comparison) {
    for (const channel of comparison.take('activity', 'channel')) yield ofSingle(channel, words, comparison);
  },
};
