/** A measure whose day has passed and whose target is not reached. */

import { entryTitle } from '../analysis/labels.ts';
import { judgedMeasures } from '../analysis/measures.ts';
import { valueText } from '../analysis/measureText.ts';
import type { Rule } from '../diagnostics/rule.ts';
import type { Text } from '../i18n/message.ts';

const texts = {
  missed: {
    en: '“{title}” was to reach {target} by {by} and is at {value} ({on}). Decide what to change, or agree on a new target and day.',
    'zh-CN': '“{title}”应在 {by} 前达到 {target}，但仍为 {value}（{on}）。请决定如何调整，或商定新的目标值和日期。',
  },
  lost: {
    en: '“{title}” had reached its target of {target} and has fallen back to {value} ({on}). Find out what let it slip, and decide what to change.',
    'zh-CN': '“{title}”曾达到目标 {target}，又回落到 {value}（{on}）。请查明回落的原因，并决定如何调整。',
  },
} satisfies Record<string, Text>;

export const rule: Rule = {
  code: 'target-missed',
  severity: 'warning',
  summary: {
    en: 'A measure has not reached its target by its day.',
    'zh-CN': '指标到期时没有达到目标值。',
  },
  doc: {
    why: {
      en: 'The source asks for the right metrics to be tracked, and says that success shows only over time. A target that was missed is what a steering committee has to decide about; a plan with one is not on track.',
      'zh-CN':
        '来源资料要求跟踪适当的指标，并指出成败要过一段时间才能看出。未达到的目标正是指导委员会需要作决定的事；有这种情况的计划不能算进展顺利。',
    },
    fix: {
      en: 'Decide what to change and write it as a strategy or decision, or agree on a new target and day. If the target has been reached since, add the reading. A measure that has reached its target may waver by a tenth of the way. The plan is judged on the day in `asOf`, or today where there is none.',
      'zh-CN':
        '请决定如何调整，并写成策略或决定；或商定新的目标值和日期。如果此后已经达到，请补上测量记录。达到目标之后，回落不超过全程的十分之一不算问题。判断以 `asOf` 写明的日期为准，没有写时以今天为准。',
    },
    allow: {
      en: 'When the miss is known and accepted, and the old target shall stay visible.',
      'zh-CN': '未达标一事已经知晓并接受，又要保留原目标值时。',
    },
  },
  *check(plan, context) {
    for (const { measure, course, readings, by, best } of judgedMeasures(plan, context).rows) {
      const [target, latest] = [measure.number('target'), readings.at(-1)];
      if (course !== 'missed' || !target || !latest || by === undefined) continue;
      const unit = measure.text('unit');
      yield {
        span: target.span,
        text: (best ?? 0) >= 1 ? texts.lost : texts.missed,
        data: {
          title: entryTitle(measure),
          target: valueText(target.value, unit),
          by,
          value: valueText(latest.value, unit),
          on: latest.on,
        },
      };
    }
  },
};
