/** A plan that measures nothing. */

import type { Rule } from '../diagnostics/rule.ts';
import { addMeasures, suggestedMeasures } from '../fixes/measures.ts';
import { complete } from '../model/declaredIds.ts';
import { isList, isMap, pairOf } from '../syntax/tree.ts';

/** One number of each of these kinds makes a start (docs/domain.md 4.4). */
const kinds = ['adoption', 'proficiency', 'outcome'] as const;

export const rule: Rule = {
  code: 'plan-without-measures',
  severity: 'warning',
  eases: true,
  summary: { en: 'The plan has no measures.', 'zh-CN': '计划没有指标。' },
  doc: {
    why: {
      en: 'The source asks for the right metrics to be tracked. Prosci looks at whether people adopt, use and master what is new, and the ACMP Standard has a plan for measuring and for the benefits. Without a number nobody can tell whether the change works.',
      'zh-CN':
        '来源资料要求确保适当的指标跟踪。Prosci 关注人们是否采用、使用并掌握新方式；ACMP 标准要求有衡量与收益实现计划。没有数字，谁也说不清变更是否有效。',
    },
    fix: {
      en: 'Add a few measures: one that shows use, one that shows skill, one that shows a result. The quick fix builds them from the strategies of the plan; the numbers in them are examples to be replaced.',
      'zh-CN':
        '请增加几项指标：一项看使用，一项看熟练程度，一项看成果。快速修复会根据计划中的策略生成，其中的数字只是示例，请换成实际数据。',
    },
    allow: {
      en: 'When the measures are kept elsewhere; one measure that says where is better.',
      'zh-CN': '指标记录在别处时；更好的做法是写一项指标说明出处。',
    },
  },
  *check(plan, context) {
    const head = pairOf(plan.root, 'plan');
    const pair = pairOf(plan.root, 'measures');
    if (!isMap(plan.root) || !head || !complete(plan, 'measures')) return;
    if (pair) {
      const { value } = pair;
      const empty = isList(value)
        ? value.node.items.length === 0
        : value.node.kind === 'scalar' && value.node.value === null;
      if (!empty) return;
    }
    yield {
      span: pair?.key ?? head.key,
      text: {
        en: 'The plan has no measures yet. Add one or more under `measures`, so that you can tell whether the change works.',
        'zh-CN': '计划还没有指标。请在 `measures` 下至少增加一项，才能看出变更是否有效。',
      },
      fixes: () => {
        const all = suggestedMeasures(plan, context);
        const best = kinds.flatMap((kind) => all.find(({ indicator }) => indicator.kind === kind) ?? []);
        const edits = addMeasures(plan, best, context);
        if (!edits) return [];
        return [
          {
            title: {
              text: { en: 'Add measures: {titles}', 'zh-CN': '增加指标：{titles}' },
              data: { titles: best.map(({ indicator }) => indicator) },
            },
            edits,
            preferred: true,
          },
        ];
      },
    };
  },
};
