/** Work that has to come early, and starts too late to help: listening to people after go-live, training days before it. */

import { goLiveOf } from '../analysis/goLives.ts';
import { knowAndChoose, type Learning } from '../analysis/knowAndChoose.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { groupName } from '../analysis/reach.ts';
import { isWithin, planDays, referenceDay, statusOf, strategyDays } from '../analysis/timeline.ts';
import type { Context, Finding, Rule } from '../diagnostics/rule.ts';
import type { Text } from '../i18n/message.ts';
import { firstOf } from '../i18n/phrases.ts';
import { complete, everyone } from '../model/declaredIds.ts';
import type { Spanned } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { addDays, addWorkingDays } from '../text/day.ts';
import type { Span } from '../text/span.ts';

/** The strategies of the catalog that the source wants before anything else is decided. */
const early: ReadonlySet<string> = new Set([
  'employee-involvement',
  'stakeholder-assessment',
  'ai-ethics-council',
  'ai-talent-gap-analysis',
]);

/** At most this many groups are named. */
const mostNamed = 3;

/** The last go-live of those for whom a strategy is, for `all` that of the plan; undefined where that cannot be told. */
function lastGoLiveFor(plan: Plan, { says }: Strategy): string | undefined {
  const days = (says.groups.length ? says.groups : [everyone]).map((id) => goLiveOf(plan, id));
  const known = days.flatMap((day) => (day === undefined || day === 'unclear' ? [] : day.value));
  return known.length === days.length ? known.sort().at(-1) : undefined;
}

/** What is said before the go-live, and after it of work that is still to be done. */
const assessed = {
  ahead: {
    en: '“{title}” starts on {start}, when the change is live already ({goLive}). It is there to shape the change: start it early.',
    'zh-CN': '“{title}”从 {start} 开始，那时变更已经上线（{goLive}）。这项工作是为了影响变更本身，请尽早开始。',
  },
  past: {
    en: '“{title}” starts on {start}, and the change has been live since {goLive}. It is too late to shape the launch: use what it finds for what can still be changed, or take it out.',
    'zh-CN':
      '“{title}”从 {start} 开始，而变更自 {goLive} 起已经上线。已经来不及影响上线：请把其结果用于还能改变的地方，或删去这项工作。',
  },
} satisfies Record<string, Text>;

function* assessedLate(plan: Plan, context: Context): Iterable<Finding> {
  const { catalog } = context;
  const reference = referenceDay(plan, context);
  const inTime = new Set<string>();
  const late: { strategy: Strategy; start: Spanned<string>; goLive: string }[] = [];
  for (const strategy of plan.strategies) {
    const use = strategy.says.use ?? '';
    if (!early.has(use) || !strategy.live) continue;
    const start = strategyDays(plan, strategy)?.start;
    const goLive = lastGoLiveFor(plan, strategy);
    if (!start || goLive === undefined || start.value < goLive) inTime.add(use);
    else if (isWithin(planDays(plan), start.value)) late.push({ strategy, start, goLive });
  }
  for (const { strategy, start, goLive } of late) {
    // A second round after go-live is welcome.
    const status = statusOf(plan, strategy);
    if (inTime.has(strategy.says.use ?? '') || status === undefined) continue;
    const isPast = reference !== undefined && reference > goLive;
    // What has run after go-live cannot be begun earlier any more.
    if (isPast && status === 'done') continue;
    yield {
      span: start.span,
      text: isPast ? assessed.past : assessed.ahead,
      data: { title: strategyTitle(strategy, catalog), start: start.value, goLive },
    };
  }
}

/** The first day on which a group trains; undefined where one has no day yet. */
function firstLearning(know: readonly Learning[]): Learning | undefined {
  // Where it is written when a group trains, that counts, and not the day on which its preparation begins.
  const own = know.filter(({ training }) => training);
  const all = own.length ? own : know;
  if (all.some(({ from }) => from === undefined)) return undefined;
  return all.reduce<Learning | undefined>((a, b) => (a && (a.from ?? '') <= (b.from ?? '') ? a : b), undefined);
}

/** Where the day stands on which a strategy or one of its activities begins. */
function placeOf(strategy: Strategy, day: string): Span {
  const days = [strategy, ...strategy.entries('activities')].flatMap((entry) => [entry.day('start'), entry.day('due')]);
  return days.find((found) => found?.value === day)?.span ?? strategy.place;
}

function* trainedLate(plan: Plan, context: Context, days: number): Iterable<Finding> {
  const { catalog } = context;
  const reference = referenceDay(plan, context);
  const found = new Map<string, { learning: Learning; goLive: string; groups: string[] }>();
  // What begins before this day begins early enough, whatever the weekends: nearly all trainings do.
  const soon = new Map<string, string>();
  for (const { group, goLive, know } of knowAndChoose(plan, catalog) ?? []) {
    // Once people are live nothing can be moved any more.
    if (goLive === undefined || (reference !== undefined && reference > goLive)) continue;
    if (!['high', 'medium'].includes(group.text('impact') ?? '')) continue;
    const learning = firstLearning(know);
    const { from } = learning ?? {};
    if (!learning || from === undefined) continue;
    const inTime = soon.get(goLive) ?? addDays(goLive, -2 * days - 2);
    soon.set(goLive, inTime);
    if (from < inTime) continue;
    if (addWorkingDays(from, days) <= goLive) continue;
    const key = `${placeOf(learning.strategy, from).start} ${goLive}`;
    const one = found.get(key) ?? { learning, goLive, groups: [] };
    one.groups.push(groupName(group));
    found.set(key, one);
  }
  for (const { learning, goLive, groups } of found.values()) {
    const from = learning.from as string;
    yield {
      span: placeOf(learning.strategy, from),
      text: {
        en: 'Training begins on {from} and go-live is on {goLive}, with no time left to practice: {groups}. Begin at least {days} working days before.',
        'zh-CN': '培训从 {from} 开始，而 {goLive} 就要上线，来不及练习：{groups}。请至少提前 {days} 个工作日开始。',
      },
      data: { from, goLive, days, groups: firstOf(groups, mostNamed) },
    };
  }
}

export const rule: Rule<'workingDays'> = {
  code: 'late-start',
  severity: 'warning',
  summary: {
    en: 'Work that has to come early starts after go-live, or training only days before it.',
    'zh-CN': '应当尽早进行的工作在上线之后才开始，或培训在上线前几天才开始。',
  },
  doc: {
    why: {
      en: 'The source wants people involved early, groups and skills assessed first, and ethics settled before an AI is used: after go-live there is nothing left to shape. Training that begins days before go-live leaves no time to practice, or to train those again who were absent.',
      'zh-CN':
        '来源资料要求尽早让人们参与，先评估群体和技能，并在使用 AI 之前解决伦理问题：上线之后就没有什么可以影响了。上线前几天才开始培训，既来不及练习，也来不及为缺席的人补课。',
    },
    fix: {
      en: 'Start this work well before go-live, or move the go-live of the group. What began on time may go on or come again after it.',
      'zh-CN': '请在上线之前尽早开始，或推迟该群体的上线日期。按时开始的工作，可以在上线后继续或再做一轮。',
    },
    allow: {
      en: 'When the first round was held under another plan, or a short instruction is all that is needed.',
      'zh-CN': '第一轮已在另一份计划中完成，或只需简短说明时。',
    },
  },
  options: {
    workingDays: {
      default: 5,
      minimum: 0,
      maximum: 60,
      integer: true,
      text: {
        en: 'How many working days before its go-live a group should begin to train. A week leaves time to practice, and to come again.',
        'zh-CN': '群体应在上线前至少几个工作日开始培训。一周的时间可以练习和补课。',
      },
    },
  },
  *check(plan, context, { workingDays }) {
    if (!complete(plan, 'levers')) return;
    yield* assessedLate(plan, context);
    yield* trainedLate(plan, context, workingDays);
  },
};
