/** A status that says more than is done: of a strategy with open parts, of a closed plan, of one that sustains nothing yet. */

import { lastGoLive } from '../analysis/goLives.ts';
import { entryTitle, strategyTitle } from '../analysis/labels.ts';
import { surelyActive } from '../analysis/liveStrategies.ts';
import { isOpenResult, referenceDay, statusOf, strategyDays } from '../analysis/timeline.ts';
import type { Context, Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { setPair } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { firstOf } from '../i18n/phrases.ts';
import type { Entry } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';

/** At most this many open parts are named, and shown. */
const mostNamed = 3;
const mostRelated = 20;

/** Results that are said not to be ready, or are due on a day still to come. */
function openResults(strategy: Strategy, reference: string): Entry[] {
  return strategy
    .entries('deliverables')
    .filter((result) =>
      result.state('done') === 'missing' ? (result.date('due') ?? '') > reference : isOpenResult(result),
    );
}

/** Activities on a day that is still to come. */
function openActivities(strategy: Strategy, reference: string): Entry[] {
  return strategy
    .entries('activities')
    .filter((activity) => ['start', 'due'].some((key) => (activity.date(key) ?? '') > reference));
}

function fixes(plan: Plan, strategy: Strategy, results: readonly Entry[], all: boolean, reference: string): Fix[] {
  const title = (text: Text) => ({ title: { text } });
  const due = strategy.date('due');
  const back: Fix = {
    ...title({ en: 'Set the status to in progress', 'zh-CN': '把状态改为进行中' }),
    edits: [setPair(plan, strategy.at, 'status', 'in-progress')],
  };
  const ready: Fix = {
    ...title({ en: 'Mark these results as done', 'zh-CN': '把这些交付物标为已完成' }),
    edits: results.map((result) => setPair(plan, result.at, 'done', 'true', 'due')),
  };
  // What is in progress and past its due date would be overdue.
  return [...(due === undefined || due >= reference ? [back] : []), ...(all ? [ready] : [])];
}

/** What is said of a plan as a whole: closed while work is open, or sustaining what is not live yet. */
function* ofPlan(plan: Plan, context: Context): Iterable<Finding> {
  const status = plan.head?.word('status');
  if (!status) return;
  if (plan.status === 'closed') {
    const open = plan.strategies.filter((strategy) => {
      const word = surelyActive(strategy) ? statusOf(plan, strategy) : undefined;
      return word === 'planned' || word === 'in-progress';
    });
    if (open.length === 0) return;
    yield {
      span: status.span,
      text: {
        en: 'The plan is closed, and strategies are still planned or in progress: {titles}. Say of each how it ended: done or cancelled.',
        'zh-CN': '计划已结束，却仍有策略处于已计划或进行中：{titles}。请写明每一项的结果：已完成或已取消。',
      },
      data: {
        titles: firstOf(
          open.map((strategy) => strategyTitle(strategy, context.catalog)),
          mostNamed,
        ),
      },
      related: open.slice(0, mostRelated).map((strategy) => ({
        span: strategy.place,
        message: { text: { en: 'This strategy is still open.', 'zh-CN': '这项策略尚未结束。' } },
      })),
    };
  }
  const reference = referenceDay(plan, context);
  const goLive = plan.status === 'sustaining' ? lastGoLive(plan) : undefined;
  if (reference === undefined || goLive === undefined || goLive === 'unclear' || goLive.value <= reference) return;
  yield {
    span: status.span,
    text: {
      en: 'The plan is sustaining, but its go-live ({goLive}) is still to come as of {reference}. Until then it is `active`.',
      'zh-CN': '计划的状态是保持中，但截至 {reference}，上线（{goLive}）尚未到来。在那之前应为 `active`。',
    },
    data: { goLive: goLive.value, reference },
    related: [{ span: goLive.span, message: { text: { en: 'The go-live date.', 'zh-CN': '上线日期在这里。' } } }],
    fixes: () => [
      {
        title: { text: { en: 'Set the status of the plan to active', 'zh-CN': '把计划的状态改为执行中' } },
        edits: [{ span: status.span, text: 'active' }],
      },
    ],
  };
}

export const rule: Rule = {
  code: 'done-but-open',
  severity: 'warning',
  structural: true,
  summary: {
    en: 'A status says more than is done.',
    'zh-CN': '状态所说的，超出了实际完成的程度。',
  },
  doc: {
    why: {
      en: 'Readers trust a status and look no further: what is open below “done”, or in a plan that is closed, is not asked for again. A plan that calls itself sustaining before its go-live hides that the change is still to come.',
      'zh-CN':
        '读者看到状态就不再细看：写着“已完成”，下面却还有未完成的内容，或者计划已结束、工作却没有做完，就再也没有人过问。上线之前就称为保持中，也会让人忘记变更还没有发生。',
    },
    fix: {
      en: 'Finish what is open, or say that it is: `in-progress` for the strategy, `active` for the plan. What will not be done any more is cancelled, or taken out.',
      'zh-CN': '请做完未完成的部分，或如实写明：策略写 `in-progress`，计划写 `active`。不再做的，请取消或删除。',
    },
    allow: {
      en: 'When the rest is done under another plan.',
      'zh-CN': '剩余部分由另一份计划完成时。',
    },
  },
  *check(plan, context) {
    yield* ofPlan(plan, context);
  },
  each(plan, context) {
    const reference = plan.ended ? undefined : referenceDay(plan, context);
    if (reference === undefined) return undefined;
    return (strategy) => {
      if (strategy.status !== 'done') return undefined;
      const results = openResults(strategy, reference);
      const open = [...results, ...openActivities(strategy, reference)];
      const status = strategy.word('status');
      // Done before it begins: its start date has a finding of its own.
      if (open.length === 0 || !status || (strategyDays(plan, strategy)?.start?.value ?? '') > reference)
        return undefined;
      return {
        span: status.span,
        text: {
          en: '“{title}” is done, but parts of it are not as of {reference}: {parts}.',
          'zh-CN': '“{title}”已标为完成，但截至 {reference} 仍有未完成的部分：{parts}。',
        },
        data: {
          title: strategyTitle(strategy, context.catalog),
          reference,
          parts: firstOf(open.map(entryTitle), mostNamed),
        },
        related: open.slice(0, mostRelated).map((part) => ({
          span: part.word('title')?.span ?? part.span,
          message: { text: { en: 'This is still open.', 'zh-CN': '这一项尚未完成。' } },
        })),
        fixes: () => fixes(plan, strategy, results, results.length === open.length, reference),
      };
    };
  },
};
