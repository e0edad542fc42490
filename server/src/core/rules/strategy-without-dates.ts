/** Work that is going on without a day: nobody can say whether it is late. */

import { strategyTitle } from '../analysis/labels.ts';
import { surelyActive } from '../analysis/liveStrategies.ts';
import { absent, isRunning } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { firstOf } from '../i18n/phrases.ts';
import { remembered } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { shapes } from '../schema/schema.ts';

/** At most this many strategies are named; all are linked. */
const mostNamed = 5;
const mostRelated = 20;

/** Whether a strategy or something in it has a day, or may have one that cannot be read. */
const hasDay = remembered((strategy): boolean =>
  [strategy, ...strategy.entries('activities'), ...strategy.entries('deliverables')].some((entry) =>
    ['start', 'due'].some((key) => entry.state(key) !== 'missing' && entry.state(key) !== 'empty'),
  ),
);

function isUndated(plan: Plan, strategy: Strategy): boolean {
  if (!surelyActive(strategy) || strategy.status === 'done' || hasDay(strategy)) return false;
  return ['start', 'due'].every(
    (key) => strategy.state(key) === 'empty' || absent(plan, strategy, key, shapes.strategy),
  );
}

export const rule: Rule = {
  code: 'strategy-without-dates',
  severity: 'info',
  summary: {
    en: 'Strategies of a plan that is under way have neither a start nor a due date.',
    'zh-CN': '计划已在执行，有的策略却既没有开始日期也没有截止日期。',
  },
  doc: {
    why: {
      en: 'Without a day nobody can say whether the work is late, and neither `overdue` nor the timeline shows it. A plan full of undated work looks punctual.',
      'zh-CN':
        '没有日期，就无从判断是否拖延，`overdue` 检查和时间线也看不到它。全是没有日期的工作，计划看起来反而很准时。',
    },
    fix: {
      en: 'Write `start` and `due`, or at least the day by which it should be done. Drafts are not asked.',
      'zh-CN': '请写上 `start` 和 `due`，至少写明应在哪天之前完成。草稿不检查这一点。',
    },
    allow: {
      en: 'For work that goes on for good and is looked at in the reviews.',
      'zh-CN': '长期持续、并在评审中检查的工作。',
    },
  },
  *check(plan, context) {
    const { catalog } = context;
    if (!isRunning(plan, context)) return;
    const undated = plan.strategies.filter((strategy) => isUndated(plan, strategy));
    const [first, ...others] = undated;
    if (!first) return;
    yield {
      span: first.place,
      text: {
        en: 'Without `start` and `due` nobody can say whether the work is late: {titles}. Write at least the day by which it should be done.',
        'zh-CN': '没有 `start` 和 `due`，无从判断是否拖延：{titles}。请至少写明应在哪天之前完成。',
      },
      data: {
        titles: firstOf(
          undated.map((strategy) => strategyTitle(strategy, catalog)),
          mostNamed,
        ),
      },
      related: others.slice(0, mostRelated).map((strategy) => ({
        span: strategy.place,
        message: { text: { en: 'This strategy has no dates, too.', 'zh-CN': '这项策略也没有日期。' } },
      })),
    };
  },
};
