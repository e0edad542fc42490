/** A measure that moves away from its target. */

import { entryTitle } from '../analysis/labels.ts';
import { judgedMeasures } from '../analysis/measures.ts';
import { valueText } from '../analysis/measureText.ts';
import type { Rule } from '../diagnostics/rule.ts';

/** So many readings in a row show a direction, and no mere ups and downs. */
const enough = 3;

export const rule: Rule = {
  code: 'measure-off-course',
  severity: 'info',
  summary: {
    en: 'The last three readings of a measure move away from its target.',
    'zh-CN': '指标最近三次测量值离目标值越来越远。',
  },
  doc: {
    why: {
      en: 'The source asks for the right metrics to be tracked. One bad reading may be chance; three in a row are a reason to ask people what is going on while there is still time. That three are enough is our choice.',
      'zh-CN':
        '来源资料要求跟踪适当的指标。一次不好可能是偶然，连续三次就该趁还有时间去问问原因。以三次为准是我们的选择。',
    },
    fix: {
      en: 'Ask the group what has changed, and adjust the strategies that this measure stands for.',
      'zh-CN': '请向相关群体了解发生了什么，并调整与该指标对应的策略。',
    },
    allow: {
      en: 'When the decline was expected, such as a dip right after go-live.',
      'zh-CN': '下滑在意料之中时，例如刚上线后的回落。',
    },
  },
  *check(plan, context) {
    const { rows, day } = judgedMeasures(plan, context);
    for (const { measure, baseline, target, progress, readings, by } of rows) {
      if (progress === undefined || progress >= 1 || by === undefined || by < day) continue;
      const last = readings.slice(-enough);
      const way = Math.sign((target ?? 0) - (baseline ?? 0));
      const recedes = last.every(
        ({ value }, index) => index === 0 || (value - (last[index - 1]?.value ?? 0)) * way < 0,
      );
      const place = measure.word('id') ?? measure.word('title');
      if (last.length < enough || !recedes || !place) continue;
      const unit = measure.text('unit');
      yield {
        span: place.span,
        text: {
          en: '“{title}” moves away from its target of {target}: {values}. Find out why while there is time until {by}.',
          'zh-CN': '“{title}”离目标值 {target} 越来越远：{values}。请趁 {by} 之前还有时间，查明原因。',
        },
        data: {
          title: entryTitle(measure),
          target: valueText(target ?? 0, unit),
          values: last.map(({ value }) => valueText(value, unit)).join(' → '),
          by,
        },
      };
    }
  },
};
