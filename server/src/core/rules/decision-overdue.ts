/** A decision that is open past the day by which it is needed, or put off without a new day. */

import { entryTitle } from '../analysis/labels.ts';
import { absent, isRunning, isWithin, planDays, referenceDay } from '../analysis/timeline.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair } from '../edits/yamlEdit.ts';
import { postponed } from '../fixes/postpone.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { shapes } from '../schema/schema.ts';

const late: Readonly<Record<'open' | 'put-off', Text>> = {
  open: {
    en: '“{title}” had to be decided by {due} and is still open as of {reference}. Ask for the decision, or agree on a new day.',
    'zh-CN': '“{title}”最晚应于 {due} 决定，截至 {reference} 仍未决定。请促成决定，或商定新的日期。',
  },
  'put-off': {
    en: '“{title}” was put off, and the day by which it is needed ({due}) is past as of {reference}. Ask for the decision, or agree on a new day.',
    'zh-CN': '“{title}”已推迟，而最晚决定日期（{due}）截至 {reference} 已过。请促成决定，或商定新的日期。',
  },
};

function fixes(plan: Plan, decision: Entry, due: Spanned<string>, reference: string): Fix[] {
  const made: Fix = {
    title: { text: { en: 'It was decided on {reference}', 'zh-CN': '已于 {reference} 决定' }, data: { reference } },
    edits: [
      setPair(plan, decision.at, 'status', 'made', 'title'),
      setPair(plan, decision.at, 'on', reference, 'title'),
    ],
  };
  return [...(decision.state('on') === 'missing' ? [made] : []), ...postponed(plan, due, reference)];
}

export const rule: Rule = {
  code: 'decision-overdue',
  severity: 'warning',
  summary: {
    en: 'A decision is still open after the day by which it is needed.',
    'zh-CN': '已过最晚决定日期，但仍未决定。',
  },
  doc: {
    why: {
      en: 'Work waits for a decision, and nobody asks for it: it is on no list of tasks.',
      'zh-CN': '工作在等一个决定，却没有人去催，因为它不在任何任务清单上。',
    },
    fix: {
      en: 'Get the decision and write the day `on` which it was made, or agree on a new day in `due`. A decision that is put off needs a new day too. The plan is judged on the day in `asOf`, or today where there is none; while it is a draft and go-live is more than 30 days away, nothing is overdue.',
      'zh-CN':
        '请促成决定，并在 `on` 写上决定日期；或商定新的日期，写在 `due`。推迟的决定也需要新的日期。判断以 `asOf` 写明的日期为准，没有写时以今天为准；计划还是草稿、离上线还有 30 天以上时不作判断。',
    },
    allow: {
      en: 'When the new day is set elsewhere, such as on the agenda of a board.',
      'zh-CN': '新的日期已在别处确定，例如列入了董事会议程时。',
    },
  },
  *check(plan, context) {
    const reference = isRunning(plan, context) ? referenceDay(plan, context) : undefined;
    if (reference === undefined) return;
    for (const decision of plan.list('decisions')) {
      const status = decision.word('status');
      if (status?.value !== 'open' && status?.value !== 'put-off') continue;
      const due = decision.day('due');
      const title = entryTitle(decision);
      // Of a day outside the plan `outside-plan-window` speaks, while the decision is open.
      const told = due && status.value === 'open' && !isWithin(planDays(plan), due.value);
      if (due && !told && due.value < reference) {
        yield {
          span: due.span,
          text: late[status.value],
          data: { title, due: due.value, reference },
          fixes: () => fixes(plan, decision, due, reference),
        };
      } else if (!due && status.value === 'put-off' && absent(plan, decision, 'due', shapes.decision)) {
        yield {
          span: status.span,
          severity: 'info',
          text: {
            en: '“{title}” is put off without a new day. Write in {due} by when it is needed.',
            'zh-CN': '“{title}”已推迟，但没有新的日期。请在 {due} 写明最晚何时决定。',
          },
          data: { title, due: quoted('due') },
        };
      }
    }
  },
};
