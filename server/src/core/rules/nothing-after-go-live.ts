/** The plan stops at go-live. */

import { lastGoLive } from '../analysis/goLives.ts';
import { isSustained } from '../analysis/sustainment.ts';
import { anyWorksAfter } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { addLasting, careFix } from '../fixes/sustain.ts';
import { complete } from '../model/declaredIds.ts';
import { pairOf } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'nothing-after-go-live',
  severity: 'warning',
  eases: true,
  summary: { en: 'Nothing in the plan continues after go-live.', 'zh-CN': '上线之后没有任何安排。' },
  doc: {
    why: {
      en: 'The source says that the success of an AI solution is not decided in the days or weeks after launch, and that keeping the change going is one of the keys. Prosci gives the time after go-live a phase of its own, and the ACMP Standard asks for a sustainability plan.',
      'zh-CN':
        '来源资料指出，AI 解决方案的成功不是在启动后几天甚至几周就能确定的，保持变更是关键之一。Prosci 把上线之后列为单独的阶段，ACMP 标准也要求制定保持计划。',
    },
    fix: {
      en: 'Let a strategy continue after go-live (by its `due` date, an activity, or the phase `sustain`), or say under `sustainment` who looks after the change, when it is reviewed, and who takes over.',
      'zh-CN':
        '让某项策略持续到上线之后（通过 `due` 日期、活动，或 `sustain` 阶段），或在 `sustainment` 下写明由谁负责保持、何时评审、移交给谁。',
    },
    allow: {
      en: 'When another plan holds this work. One line, `sustainment: { handover: { to: … } }`, records that and is enough.',
      'zh-CN': '这部分工作写在另一份计划中时。写一行 `sustainment: { handover: { to: … } }` 说明即可。',
    },
  },
  *check(plan, context) {
    const { catalog, locale } = context;
    const goLive = lastGoLive(plan);
    if (!goLive || goLive === 'unclear' || anyWorksAfter(plan, goLive.value, catalog) !== false) return;
    if (plan.strategies.length === 0 || !complete(plan, 'levers')) return;
    if (isSustained(plan, goLive.value)) return;
    yield {
      span: pairOf(plan.root, 'sustainment')?.key ?? goLive.span,
      text: {
        en: 'Nothing in this plan continues after go-live ({day}). Let a strategy continue, or say under `sustainment` who looks after the change.',
        'zh-CN': '上线（{day}）之后，计划中没有任何安排。请让某项策略持续下去，或在 `sustainment` 下写明由谁负责保持。',
      },
      data: { day: goLive.value },
      fixes: () => [...careFix(plan, goLive.value, locale), ...addLasting(plan, ['structure', 'enablement'], context)],
    };
  },
};
