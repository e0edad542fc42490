/** What a group does today, and what it is to do, to know and to choose. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { ofSingle, type ValueWords } from '../row.ts';

const words: ValueWords = {
  changed: {
    en: 'It is said otherwise what “{thing}” {what}: {to} instead of {from}',
    'zh-CN': '“{thing}”{what}，说法由{from}改为{to}',
  },
  set: { en: 'It is now said what “{thing}” {what}: {to}', 'zh-CN': '现已写明“{thing}”{what}：{to}' },
  gone: {
    en: 'It is no longer said what “{thing}” {what} (it was {from})',
    'zh-CN': '不再写明“{thing}”{what}（原为{from}）',
  },
};

const behaviors: Readonly<Record<string, Text>> = {
  from: { en: 'do today', 'zh-CN': '目前的做法' },
  to: { en: 'are to do', 'zh-CN': '今后的做法' },
  know: { en: 'must know', 'zh-CN': '需要知道怎么做的事' },
  choose: { en: 'must choose to do', 'zh-CN': '需要选择去做的事' },
};

export const kind: ChangeKind = {
  id: 'behavior-changed',
  level: 'note',
  summary: {
    en: 'What a group is to do, to know or to choose is said now, no longer or otherwise.',
    'zh-CN': '某个群体今后要做、要知道、要选择的事，现已写明、不再写明或换了说法。',
  },
  why: {
    en: 'The change has worked when people do this; without it nobody can tell.',
    'zh-CN': '人们这样做了，变革才算成功；没有写明，就无从判断。',
  },
  *find(comparison) {
    for (const [key, what] of Object.entries(behaviors)) {
      for (const behavior of comparison.take('stakeholder', `behaviors.${key}`)) {
        const isReworded = behavior.from !== undefined && behavior.to !== undefined;
        yield ofSingle(behavior, words, comparison, { level: isReworded ? 'quiet' : 'note', data: { what } });
      }
    }
  },
};
