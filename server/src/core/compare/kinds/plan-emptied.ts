/** A version with nothing of a plan in it, of which nothing else is to be said. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';

const words: Readonly<Record<'before' | 'after', Text>> = {
  before: { en: 'The old version is empty: the whole plan is new', 'zh-CN': '旧版本是空的：整份计划都是新的' },
  after: { en: 'The new version is empty: nothing of the plan is left', 'zh-CN': '新版本是空的：计划内容已全部删除' },
};

export const kind: ChangeKind = {
  id: 'plan-emptied',
  level: 'decide',
  alone: true,
  summary: {
    en: 'Nothing of the plan is left, or nothing of it was there.',
    'zh-CN': '计划内容全部删除，或此前没有内容。',
  },
  why: {
    en: 'Most often something went wrong; it is no change of a plan that anybody can judge.',
    'zh-CN': '这多半是出了差错，没有人能把它当作计划的改动来评判。',
  },
  *find({ things, lost }) {
    if (things.length === 0 || lost.length > 0) return;
    for (const side of ['before', 'after'] as const) {
      if (things.every((thing) => !thing[side])) yield { text: words[side], about: [side] };
    }
  },
};
