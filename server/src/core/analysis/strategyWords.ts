/** What is said of a strategy of the catalog, wherever it is explained. */
import type { Text } from '../i18n/message.ts';
import type { Phase } from '../model/catalog.ts';

/** The headings of what the catalog tells about a strategy. */
export const strategyWords = {
  goodFor: { en: 'Good for', 'zh-CN': '适合' },
  deliverables: { en: 'Typical deliverables', 'zh-CN': '典型产出' },
  indicators: { en: 'How to measure it', 'zh-CN': '如何衡量' },
  phase: { en: 'Usually starts', 'zh-CN': '通常阶段' },
  seeAlso: { en: 'Looks similar', 'zh-CN': '相似策略' },
  moderation: {
    en: 'Use in moderation: too much outward reward weakens the other levers.',
    'zh-CN': '请适度使用：外在奖励过多会削弱其他 LEVERS 的效果。',
  },
  origin: { en: 'From the catalog of your team, {origin}.', 'zh-CN': '来自团队的目录 {origin}。' },
  hidden: {
    en: 'No longer offered: the catalog of your team hides it.',
    'zh-CN': '不再推荐：团队的目录已将其隐藏。',
  },
} satisfies Record<string, Text>;

/** When the main work of a strategy usually starts. */
export const phaseWords: Readonly<Record<Phase, Text>> = {
  prepare: { en: 'before the rollout', 'zh-CN': '推广之前' },
  manage: { en: 'around the rollout', 'zh-CN': '推广前后' },
  sustain: { en: 'after go-live', 'zh-CN': '上线之后' },
};
