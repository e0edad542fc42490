/** A strategy, or a result of it, that is past its due date and not done. */

import { lastGoLiveOf } from '../analysis/goLives.ts';
import { entryTitle, strategyTitle } from '../analysis/labels.ts';
import { openResult, overdueIn, phaseOf, statusOf } from '../analysis/timeline.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair } from '../edits/yamlEdit.ts';
import { postponed } from '../fixes/postpone.ts';
import type { Text } from '../i18n/message.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entry, Spanned } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';

/** The day until which work may be put off: preparation that is not done at go-live has to be decided on anew. */
function latest(plan: Plan, strategy: Strategy, catalog: Catalog): string | undefined {
  if (phaseOf(plan, strategy, catalog) !== 'prepare') return undefined;
  const goLive = lastGoLiveOf(plan, strategy.says.groups);
  return goLive === 'unclear' ? undefined : goLive?.value;
}

function fixes(
  plan: Plan,
  strategy: Strategy,
  catalog: Catalog,
  result: Entry | undefined,
  due: Spanned<string>,
  reference: string,
): Fix[] {
  const done: Fix = {
    title: { text: { en: 'Mark it done', 'zh-CN': '标为已完成' } },
    edits: [result ? setPair(plan, result.at, 'done', 'true') : setPair(plan, strategy.at, 'status', 'done', 'due')],
  };
  if (result) return [done, ...postponed(plan, due, reference)];
  const begun = statusOf(plan, strategy) !== 'planned';
  const last = latest(plan, strategy, catalog);
  return [done, ...postponed(plan, due, reference, { start: begun ? undefined : strategy.day('start'), last })];
}

const ofResult: Text = {
  en: '“{result}”, a result of “{title}”, was due on {due} and is not done as of {reference}. Mark it done, or give it a new date.',
  'zh-CN': '“{title}”的交付物“{result}”应于 {due} 完成，到 {reference} 仍未完成。请标为已完成，或改期。',
};

export const rule: Rule = {
  code: 'overdue',
  severity: 'warning',
  summary: {
    en: 'A strategy, or a result of it, is past its due date and not done.',
    'zh-CN': '策略或其交付物已过截止日期，但尚未完成。',
  },
  doc: {
    why: {
      en: 'Whether work is on time is the first thing reviewers ask. A due date that has passed says either that the work is late or that nobody has updated the plan.',
      'zh-CN': '审阅者最先问的就是进度。截止日期已过，要么是工作拖延了，要么是计划没有更新。',
    },
    fix: {
      en: 'Mark it done, or agree on a new date. A result is late only where it says `done: false`. The plan is judged on the day in `asOf`, or today where there is none; while it is a draft and go-live is more than 30 days away, nothing is overdue.',
      'zh-CN':
        '请标为已完成，或商定新的日期。交付物只有写明 `done: false` 时才算逾期。判断以 `asOf` 写明的日期为准，没有写时以今天为准；计划还是草稿、离上线还有 30 天以上时不作判断。',
    },
    allow: {
      en: 'When a delay is agreed and the old date shall stay visible. A plan that is over gets the status `closed`.',
      'zh-CN': '延期已经商定，又要保留原日期时。已经结束的计划请把状态改为 `closed`。',
    },
  },
  each(plan, context) {
    const overdue = overdueIn(plan, context);
    if (!overdue) return undefined;
    const { reference } = overdue;
    return (strategy) => {
      const due = overdue.dueOf(strategy);
      if (!due) return undefined;
      const result = due.span.start === strategy.day('due')?.span.start ? undefined : openResult(strategy, due.value);
      const title = strategyTitle(strategy, context.catalog);
      return {
        span: due.span,
        text: result
          ? ofResult
          : {
              en: '“{title}” was due on {due} and is not done as of {reference}. Mark it done, or give it a new date.',
              'zh-CN': '“{title}”应于 {due} 完成，到 {reference} 仍未完成。请标为已完成，或改期。',
            },
        data: { title, result: result ? entryTitle(result) : '', due: due.value, reference },
        fixes: () => fixes(plan, strategy, context.catalog, result, due, reference),
      };
    };
  },
};
