/** A date before the plan starts or after it ends: of milestones, strategies and their parts, reviews, open decisions. */

import { planDays, strategyDays } from '../analysis/timeline.ts';
import type { Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { replaceWord } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { type Entry, remembered, type Spanned } from '../model/entry.ts';
import { isInOrder, ofPlan, type Plan, workTime } from '../model/plan.ts';
import { isDay } from '../text/day.ts';

interface Dated {
  readonly key: string;
  readonly day: Spanned<string>;
}

/** One end of the plan. */
interface Edge {
  readonly limit: Spanned<string>;
  readonly beyond: (day: string) => boolean;
  /** Of dates beyond it, the one that is farthest out. */
  readonly farthest: (dates: readonly Dated[]) => Dated | undefined;
  readonly text: Text;
  readonly related: Text;
  readonly stretch: Text;
  readonly clamp: Text;
}

/** The ends that a plan says. */
const edges = ofPlan((plan): readonly Edge[] => {
  const { start, end } = planDays(plan);
  const before: Edge[] = start
    ? [
        {
          limit: start,
          beyond: (day) => day < start.value,
          farthest: (dates) => dates[0],
          text: {
            en: '{key} ({day}) is before the plan starts ({limit}). Correct the date (is it the right year?), or let the plan start earlier.',
            'zh-CN': '{key}（{day}）早于计划开始（{limit}）。请检查年份、改正日期，或让计划提前开始。',
          },
          related: { en: 'The plan starts here.', 'zh-CN': '计划的开始日期。' },
          stretch: { en: 'Let the plan start on {day}', 'zh-CN': '让计划从 {day} 开始' },
          clamp: { en: 'Change to the start of the plan, {limit}', 'zh-CN': '改为计划开始日期 {limit}' },
        },
      ]
    : [];
  const after: Edge[] = end
    ? [
        {
          limit: end,
          beyond: (day) => day > end.value,
          farthest: (dates) => dates.at(-1),
          text: {
            en: '{key} ({day}) is after the plan ends ({limit}). Correct the date (is it the right year?), or let the plan end later.',
            'zh-CN': '{key}（{day}）晚于计划结束（{limit}）。请检查年份、改正日期，或让计划延后结束。',
          },
          related: { en: 'The plan ends here.', 'zh-CN': '计划的结束日期。' },
          stretch: { en: 'Let the plan end on {day}', 'zh-CN': '让计划到 {day} 结束' },
          clamp: { en: 'Change to the end of the plan, {limit}', 'zh-CN': '改为计划结束日期 {limit}' },
        },
      ]
    : [];
  return [...before, ...after];
});

/** Those of the dates that are written, in the order in which they must stand. */
function dated(days: Readonly<Record<string, Spanned<string> | undefined>>): Dated[] {
  return Object.entries(days).flatMap(([key, day]) => (day ? [{ key, day }] : []));
}

/** The day in another year, or undefined where that year has no such day. */
function inYear(day: string, year: number): string | undefined {
  const moved = String(year).padStart(4, '0') + day.slice(4);
  return isDay(moved) ? moved : undefined;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The same days in a year of the plan, all dates of the thing in order and within the plan; undefined where there is none. */
function inPlan(plan: Plan, dates: readonly Dated[], out: readonly Dated[]): string[] | undefined {
  const { start, end } = planDays(plan);
  const limits = [start, end].flatMap((limit) => (limit ? [yearOf(limit.value)] : []));
  for (let year = Math.min(...limits); year <= Math.max(...limits); year++) {
    const years = year - yearOf((out[0] as Dated).day.value);
    const moved = dates.map((date) =>
      out.includes(date) ? inYear(date.day.value, yearOf(date.day.value) + years) : date.day.value,
    );
    const fits = moved.every((day, index) => {
      if (day === undefined || (start && day < start.value) || (end && day > end.value)) return false;
      return index === 0 || (moved[index - 1] as string) <= day;
    });
    if (fits) return moved as string[];
  }
  return undefined;
}

function fixes(plan: Plan, edge: Edge, dates: readonly Dated[], out: readonly Dated[], shown: Dated): Fix[] {
  const { limit, stretch, clamp } = edge;
  const found: Fix[] = [];
  const moved = inPlan(plan, dates, out);
  if (moved) {
    found.push({
      title: {
        text: { en: 'Same day in the plan’s year, {day}', 'zh-CN': '改为计划年份的同一天：{day}' },
        data: { day: moved[dates.indexOf(shown)] as string },
      },
      edits: dates.flatMap((date, index) =>
        out.includes(date) ? [replaceWord(plan, date.day, moved[index] as string)] : [],
      ),
    });
  }
  const day = shown.day.value;
  found.push({ title: { text: stretch, data: { day } }, edits: [replaceWord(plan, limit, day)] });
  if (out.length === 1) {
    const title = { text: clamp, data: { limit: limit.value } };
    found.push({ title, edits: [replaceWord(plan, shown.day, limit.value)] });
  }
  return found;
}

function* findings(plan: Plan, limits: readonly Edge[], dates: readonly Dated[]): Iterable<Finding> {
  for (const edge of limits) {
    const out = dates.filter(({ day }) => edge.beyond(day.value));
    const shown = edge.farthest(out);
    if (!shown) continue;
    yield {
      span: shown.day.span,
      text: edge.text,
      data: { key: quoted(shown.key), day: shown.day.value, limit: edge.limit.value },
      related: [{ span: edge.limit.span, message: { text: edge.related } }],
      fixes: () => fixes(plan, edge, dates, out, shown),
    };
  }
}

/** The activities and results of a strategy. */
const partsOf = (strategy: Entry) => [...strategy.entries('activities'), ...strategy.entries('deliverables')];

/** The first and last day of a strategy's activities and results. */
const partDays = remembered((strategy): readonly string[] => {
  const days = partsOf(strategy)
    .flatMap((part) => Object.values(workTime(part)).filter((day) => day !== undefined))
    .sort();
  return days.length > 2 ? [days[0] as string, days.at(-1) as string] : days;
});

export const rule: Rule = {
  code: 'outside-plan-window',
  severity: 'warning',
  summary: {
    en: 'A strategy, a part of it, a milestone, a review or an open decision lies before the plan starts or after it ends.',
    'zh-CN': '策略及其活动、交付物，或里程碑、评审、待做的决定，早于计划开始，或晚于计划结束。',
  },
  doc: {
    why: {
      en: 'A timeline runs from the start of the plan to its end and would cut off what lies beyond. Most often the year is wrong.',
      'zh-CN': '时间线从计划开始画到计划结束，超出的部分会被截掉。最常见的原因是年份写错了。',
    },
    fix: {
      en: 'Correct the date. If the work really began before the plan was written, move `start` of the plan back.',
      'zh-CN': '请改正日期。如果工作确实早于计划编写就已开始，请把计划的 `start` 提前。',
    },
    allow: {
      en: 'When one piece of work reaches beyond the plan and the plan shall keep its dates.',
      'zh-CN': '个别工作超出计划范围，而计划日期又不宜改动时。',
    },
  },
  *check(plan) {
    const limits = edges(plan);
    for (const milestone of plan.list('milestones')) {
      yield* findings(plan, limits, dated({ date: milestone.day('date') }));
    }
    for (const review of plan.sustainment?.words('reviews') ?? []) {
      if (isDay(review.value)) yield* findings(plan, limits, dated({ reviews: review }));
    }
    // What was decided may be older than the plan, and what is put off may wait for what comes after it.
    for (const decision of plan.list('decisions')) {
      if (decision.text('status') === 'open') yield* findings(plan, limits, dated({ due: decision.day('due') }));
    }
  },
  each(plan) {
    const limits = edges(plan);
    if (limits.length === 0) return undefined;
    const isOut = (day: string | undefined) => day !== undefined && limits.some(({ beyond }) => beyond(day));
    return (strategy) => {
      const { start, due } = strategy.time;
      if (strategy.cancelled) return undefined;
      if (isOut(start) || isOut(due)) {
        const days = strategyDays(plan, strategy);
        return days && findings(plan, limits, dated({ start: days.start, due: days.due }));
      }
      // Where the strategy itself lies outside, so may its parts.
      if (!partDays(strategy).some(isOut)) return undefined;
      return partsOf(strategy)
        .filter(isInOrder)
        .flatMap((part) => [...findings(plan, limits, dated({ start: part.day('start'), due: part.day('due') }))]);
    };
  },
};
