/** A plan that is at work although it was rejected, or was approved in an earlier revision only. */

import { openApproval } from '../analysis/approvals.ts';
import { isRunning } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { plainUnder } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'approval-open',
  severity: 'warning',
  summary: {
    en: 'The plan is active, but was rejected or has changed since it was approved.',
    'zh-CN': '计划已在执行，但未获批准，或批准之后又有修订。',
  },
  doc: {
    why: {
      en: 'The ACMP Standard asks that the plan is reviewed and approved by those who answer for it. Work that goes on after a no, or on a plan that they have not seen, loses their support when it is needed most.',
      'zh-CN':
        'ACMP 标准要求计划由负责的人审阅并批准。被拒绝后仍在推进，或推进的是他们没有看过的版本，到最需要支持的时候就得不到支持。',
    },
    fix: {
      en: 'Ask again: change the plan until it can be approved, or show what is new since the `revision` that was approved, and write the new answer.',
      'zh-CN': '请再次提请批准：修改计划直到可以批准，或说明自已批准的 `revision` 以来有哪些变化，并写上新的答复。',
    },
    allow: {
      en: 'When it is agreed that only part of the plan goes on, or that small revisions need no new approval.',
      'zh-CN': '已经商定只推进其中一部分，或小的修订无须再次批准时。',
    },
  },
  *check(plan, context) {
    if (!isRunning(plan, context)) return;
    for (const approval of plan.list('approvals')) {
      const open = openApproval(plan, approval);
      const status = approval.word('status');
      const under = (key: string) => String(plainUnder(approval.at, key) ?? '');
      const who = under('role') || under('name');
      // Whoever is not named is asked for first.
      if (!status || !who || (open !== 'rejected' && open !== 'older')) continue;
      const revision = plan.head?.pair('revision');
      yield {
        span: status.span,
        text:
          open === 'rejected'
            ? {
                en: '{who} rejected this plan, and work on it goes on. Change the plan and ask again.',
                'zh-CN': '“{who}”未批准本计划，而计划已在执行。请修改后再次提请批准。',
              }
            : {
                en: '{who} approved revision {old}, the plan is at revision {revision}. Ask whether the approval still holds.',
                'zh-CN': '“{who}”批准的是修订号 {old}，计划现为修订号 {revision}。请确认批准是否仍然有效。',
              },
        data: {
          who,
          old: under('revision'),
          revision: String((plan.head && plainUnder(plan.head.at, 'revision')) ?? ''),
        },
        ...(open === 'older' &&
          revision && {
            related: [
              { span: revision.key, message: { text: { en: 'The revision of the plan.', 'zh-CN': '计划的修订号。' } } },
            ],
          }),
      };
    }
  },
};
