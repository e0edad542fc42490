/** Measures that only count what was done. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { addMeasures, suggestedMeasures } from '../fixes/measures.ts';
import type { Text } from '../i18n/message.ts';
import { complete } from '../model/declaredIds.ts';
import { itemsOf, pairOf } from '../syntax/tree.ts';

/** Kinds that show an effect, and how a new measure of each is offered. */
const kinds: readonly { kind: 'adoption' | 'outcome'; text: Text }[] = [
  { kind: 'adoption', text: { en: 'Add a measure of use: {title}', 'zh-CN': '增加使用指标：{title}' } },
  { kind: 'outcome', text: { en: 'Add a measure of results: {title}', 'zh-CN': '增加成果指标：{title}' } },
];

/** At most so many of each kind are offered. */
const mostOffered = 2;

export const rule: Rule = {
  code: 'activity-measures-only',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'Every measure counts activity; none shows use or a result.',
    'zh-CN': '所有指标都只统计活动，没有一项体现使用或成果。',
  },
  doc: {
    why: {
      en: 'Completed training is not adoption: Prosci looks at how fast people take up what is new, how many use it and how well. Sessions held and people trained show effort; only use and results show a change.',
      'zh-CN':
        '完成培训不等于采用：Prosci 关注人们采用得多快、有多少人使用、用得多好。办了几场、培训了多少人只说明投入，使用和成果才说明改变。',
    },
    fix: {
      en: 'Add a measure of kind `adoption` or `outcome`; or correct `kind` where it is not right.',
      'zh-CN': '增加一项类型为 `adoption` 或 `outcome` 的指标；如果 `kind` 写得不对，请改正。',
    },
    allow: {
      en: 'When use and results are measured elsewhere.',
      'zh-CN': '使用和成果在别处衡量时。',
    },
  },
  *check(plan, context) {
    const pair = pairOf(plan.root, 'measures');
    const measures = plan.list('measures');
    if (!pair || measures.length < 2 || !complete(plan, 'measures')) return;
    if (measures.length !== itemsOf(pair.value).length) return;
    if (!measures.every((measure) => measure.word('kind')?.value === 'activity')) return;
    yield {
      span: pair.key,
      text: {
        en: 'All measures count what was done. Add one that shows whether people use the new way, or what comes of it.',
        'zh-CN': '所有指标都只统计做了什么。请再加一项，看人们是否采用新方式，或带来了什么成果。',
      },
      fixes: () => {
        const all = suggestedMeasures(plan, context);
        return kinds.flatMap(({ kind, text }) =>
          all
            .filter(({ indicator }) => indicator.kind === kind)
            .slice(0, mostOffered)
            .flatMap((suggestion): Fix[] => {
              const edits = addMeasures(plan, [suggestion], context);
              return edits ? [{ title: { text, data: { title: suggestion.indicator } }, edits }] : [];
            }),
        );
      },
    };
  },
};
