/** Nobody looks after the change any more a few weeks after the last go-live. */

import { lastGoLive } from '../analysis/goLives.ts';
import { careDays, isSustained } from '../analysis/sustainment.ts';
import { lastWorkAfter } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { careFix, careUntil } from '../fixes/sustain.ts';
import { complete } from '../model/declaredIds.ts';
import { listKnown } from '../model/listKnown.ts';
import { type Plan, workTime } from '../model/plan.ts';
import { addDays, daysBetween } from '../text/day.ts';
import type { Span } from '../text/span.ts';

/** The last day that `sustainment` names, '' where it has none; `open` where it has no end, or none that can be told. */
function careEnds(plan: Plan, goLive: string): string {
  const section = plan.sustainment;
  const last = section && careDays(plan, section)?.reduce((a, b) => (a > b ? a : b), '');
  return last !== undefined && last > goLive ? last : isSustained(plan, goLive) ? 'open' : '';
}

/** Where a plan has that day: in its care, its milestones or its work. */
function placeOf(plan: Plan, day: string): Span | undefined {
  const care = plan.sustainment;
  const entries = plan.strategies.flatMap((strategy) => [strategy, ...strategy.entries('activities')]);
  const dated = entries.filter((entry) => Object.values(workTime(entry)).includes(day));
  const days = [
    care?.day('until'),
    ...(care?.words('reviews') ?? []),
    ...plan.list('milestones').map((milestone) => milestone.day('date')),
    ...dated.flatMap((entry) => [entry.day('due'), entry.day('start')]),
  ];
  return days.find((one) => one?.value === day)?.span;
}

export const rule: Rule<'minimumDays'> = {
  code: 'care-ends-too-soon',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'The last work, review or care ends soon after the last go-live.',
    'zh-CN': '最后一次上线后不久，就不再有任何工作、评审或保持安排。',
  },
  doc: {
    why: {
      en: 'The source says that the success of an AI solution is not decided in the days or weeks after launch. People fall back into old ways when the attention ends, and nobody sees it.',
      'zh-CN':
        '来源资料指出，AI 解决方案的成功不是在启动后几天甚至几周就能确定的。关注一结束，人们就可能退回老办法，而没有人看见。',
    },
    fix: {
      en: 'Let work go on for longer, plan reviews for later, or say under `sustainment` until when somebody looks after the change. Where there are several go-lives, the last one counts.',
      'zh-CN':
        '请让工作持续更久，安排更晚的评审，或在 `sustainment` 下写明由谁负责保持到何时。分批上线时，以最后一次上线为准。',
    },
    allow: {
      en: 'For small changes that are habit after a few weeks, and where another plan goes on.',
      'zh-CN': '变更很小、几周就成为习惯，或由另一份计划继续时。',
    },
  },
  options: {
    minimumDays: {
      default: 60,
      minimum: 0,
      maximum: 730,
      integer: true,
      text: {
        en: 'How many days after the last go-live somebody still looks after the change. Two months show whether a habit holds.',
        'zh-CN': '最后一次上线之后，至少还要关注多少天。两个月大致能看出习惯是否保持下来。',
      },
    },
  },
  *check(plan, { catalog, locale }, { minimumDays }) {
    const goLive = lastGoLive(plan);
    if (!goLive || goLive === 'unclear' || !complete(plan, 'levers') || !listKnown(plan, 'milestones', ['date']))
      return;
    const days = plan.list('milestones').map((milestone) => milestone.date('date') ?? '');
    const last = [...lastWorkAfter(plan, goLive.value, catalog), careEnds(plan, goLive.value), ...days].sort().at(-1);
    // Nothing at all goes on: `nothing-after-go-live` speaks.
    if (last === undefined || last === 'open' || last <= goLive.value) return;
    if (last >= addDays(goLive.value, minimumDays)) return;
    const until = careUntil(plan, goLive.value);
    yield {
      span: placeOf(plan, last) ?? goLive.span,
      text: {
        en: 'The last thing in this plan is on {day}, {n} days after the last go-live ({goLive}). Let work, reviews or care go on for at least {minimum} days: success is not decided in the first weeks.',
        'zh-CN':
          '本计划的最后一项安排在 {day}，距最后一次上线（{goLive}）只有 {n} 天。请让工作、评审或保持至少持续 {minimum} 天：成败不是最初几周就能确定的。',
      },
      data: { day: last, n: daysBetween(goLive.value, last), goLive: goLive.value, minimum: minimumDays },
      related: [{ span: goLive.span, message: { text: { en: 'The last go-live.', 'zh-CN': '最后一次上线。' } } }],
      fixes: () =>
        until !== undefined && until >= addDays(goLive.value, minimumDays) ? careFix(plan, goLive.value, locale) : [],
    };
  },
};
