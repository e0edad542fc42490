/** The status of the plan. */
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { valueText } from '../words.ts';

export const kind: ChangeKind = {
  id: 'plan-status-changed',
  level: 'decide',
  summary: { en: 'The plan has another status.', 'zh-CN': '计划的状态改变了。' },
  why: {
    en: 'A plan that becomes active asks people to start; one that is cancelled asks them to stop.',
    'zh-CN': '计划变为进行中，意味着大家要开始行动；取消则意味着停下来。',
  },
  *find(comparison) {
    for (const difference of comparison.take('plan', 'status')) {
      const { from, to, before, after, shape } = difference;
      const usual = shape?.default as string | undefined;
      yield {
        text: { en: 'Plan status: {from} → {to}', 'zh-CN': '计划状态：{from} → {to}' },
        data: {
          from: valueText(from ?? usual, difference, comparison),
          to: valueText(to ?? usual, difference, comparison),
        },
        about: [String(from ?? usual), String(to ?? usual)],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
