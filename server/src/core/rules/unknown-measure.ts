/** A measure that a strategy names but the plan does not have. */

import type { Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { corrections, shownBeside } from '../fixes/corrections.ts';
import { addMeasureItems, measureItem } from '../fixes/measures.ts';
import { alternatives, quoted, same } from '../i18n/phrases.ts';
import { complete, isMeant, names } from '../model/declaredIds.ts';
import { slug, titleOf } from '../model/ids.ts';
import type { Strategy } from '../model/plan.ts';
import { isUndecided } from '../model/undecided.ts';
import { isMap } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'unknown-measure',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A strategy names a measure that the plan does not have.',
    'zh-CN': '策略引用的指标不在计划中。',
  },
  doc: {
    why: {
      en: 'A strategy that points to a measure which is not there looks measured and is not.',
      'zh-CN': '指向不存在的指标，策略看起来有衡量，其实没有。',
    },
    fix: {
      en: 'Correct the id, or add the measure under `measures`.',
      'zh-CN': '请改正标识，或在 `measures` 下添加这个指标。',
    },
  },
  each(plan, context) {
    const { catalog } = context;
    let count = 0;
    if (!complete(plan, 'measures')) return undefined;
    const known = names(plan).measure;
    const isDeclared = (id: string) => known.has(id) || isMeant(plan, 'measure', id);
    const look = function* (strategy: Strategy): Iterable<Finding> {
      for (const use of strategy.items('measures')) {
        if (isDeclared(use.value) || isUndecided(use.value)) continue;
        const { near, fixes } = corrections(use, known.keys(), count++, plan.list('measures'));
        yield {
          span: use.span,
          text: near.length
            ? {
                en: 'There is no measure {id}. Did you mean {near}?',
                'zh-CN': '没有 {id} 这个指标。是不是想写 {near}？',
              }
            : {
                en: 'There is no measure {id}. Add it under `measures`.',
                'zh-CN': '没有 {id} 这个指标。请在 `measures` 下添加。',
              },
          data: { id: shownBeside(use.value, near), near: alternatives(near.map(quoted)) },
          fixes: (): Fix[] => {
            if (!isMap(plan.root) || slug(use.value) !== use.value) return fixes;
            const own = titleOf(use.value);
            const indicator = catalog.strategy(strategy.use?.value ?? '')?.indicators?.[0] ?? same(own);
            const edits = addMeasureItems(plan, [measureItem(plan, use.value, indicator, context)]);
            if (!edits) return fixes;
            return [
              ...fixes,
              {
                title: {
                  text: { en: 'Create the measure {id}: {title}', 'zh-CN': '创建指标 {id}：{title}' },
                  data: { id: quoted(use.value), title: indicator },
                },
                edits,
              },
            ];
          },
        };
      }
    };
    return (strategy) => (strategy.says.measures.every(isDeclared) ? undefined : look(strategy));
  },
};
