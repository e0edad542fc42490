/** All training starts after people already have to use what is new. */

import { lastEnd } from '../analysis/dependencies.ts';
import { firstGoLive, lastGoLiveOf } from '../analysis/goLives.ts';
import { isLearning } from '../analysis/knowAndChoose.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { isWithin, planDays, referenceDay, statusOf, strategyDays } from '../analysis/timeline.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { addPair, replaceWord } from '../edits/yamlEdit.ts';
import { type Catalog, catalogued } from '../model/catalog.ts';
import { complete } from '../model/declaredIds.ts';
import type { Spanned } from '../model/entry.ts';
import { ofLevers, ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { addDays, isDay, workingDayFrom } from '../text/day.ts';

/** Training should start this long before go-live. */
const leadDays = 28;

/** When a strategy of Enablement begins: on its start date, or without one at the latest on its due date. */
interface Training {
  readonly strategy: Strategy;
  readonly day: Spanned<string>;
}

function isEnablement(strategy: Strategy, catalog: Catalog): boolean {
  return (catalogued(strategy, catalog)?.lever ?? strategy.lever.id) === 'enablement';
}

/** The dates of all live strategies of Enablement; undefined where one has none, or none that can be relied on. */
function trainings(plan: Plan, all: readonly Strategy[], catalog: Catalog): Training[] | undefined {
  const found: Training[] = [];
  for (const strategy of all) {
    const status = isEnablement(strategy, catalog) ? statusOf(plan, strategy) : 'cancelled';
    if (status === 'paused' || status === 'cancelled') continue;
    const days = status && strategyDays(plan, strategy);
    const day = days && (days.start ?? days.due);
    if (!day) return undefined;
    found.push({ strategy, day });
  }
  return found;
}

/** Whether under each lever all trainings begin on a day or later, as far as their dates can be relied on. */
const allFrom = ofLevers(
  (plan, { strategies }, day: string, catalog: Catalog) =>
    trainings(plan, strategies, catalog)?.every((training) => training.day.value >= day) === true,
);

/** Whether a day comes, or may come, before the go-live of a group in an audience. */
function isBefore(plan: Plan, day: string, audience: readonly string[]): boolean {
  const goLive = lastGoLiveOf(plan, audience);
  return goLive === undefined || goLive === 'unclear' || day < goLive.value;
}

/** Whether people learn, or may learn, before they go live in an activity of any strategy. */
function learnsBefore(plan: Plan): boolean {
  return plan.strategies.some(
    (strategy) =>
      strategy.live &&
      strategy.entries('activities').some((activity) => {
        const day = activity.day('start') ?? activity.day('due');
        if (!isLearning(activity) || day === undefined) return false;
        const own = activity.texts('audience');
        return isBefore(plan, day.value, own.length ? own : strategy.says.audience);
      }),
  );
}

/** The first training of a plan in which all come too late for their groups, and the go-live that it misses; undefined in others, or where that cannot be told. */
export const lateTraining = ofPlan(
  (plan, catalog: Catalog): { first: Training; goLive: Spanned<string> } | undefined => {
    const earliest = firstGoLive(plan);
    if (!earliest || earliest === 'unclear' || !complete(plan, 'levers')) return undefined;
    // What begins before the first go-live is in time for every group.
    if (allFrom(plan, earliest.value, catalog).includes(false)) return undefined;
    const found = trainings(plan, plan.strategies, catalog);
    const first = found?.reduce<Training | undefined>(
      (early, next) => (early && early.day.value <= next.day.value ? early : next),
      undefined,
    );
    if (!found || !first || !isWithin(planDays(plan), first.day.value)) return undefined;
    if (found.some(({ strategy, day }) => isBefore(plan, day.value, strategy.says.audience))) return undefined;
    if (learnsBefore(plan)) return undefined;
    const goLive = lastGoLiveOf(plan, first.strategy.says.audience);
    return !goLive || goLive === 'unclear' ? undefined : { first, goLive };
  },
);

function fixes(plan: Plan, { strategy, day }: Training, goLive: string, context: Context): Fix[] {
  const { catalog } = context;
  const reference = referenceDay(plan, context);
  // What has begun, or is said to have, is not planned anew.
  if (reference === undefined || statusOf(plan, strategy) !== 'planned') return [];
  const bounds = [reference, planDays(plan).start?.value ?? '', lastEnd(plan, strategy) ?? ''];
  const wish = [addDays(goLive, -leadDays), ...bounds].sort().at(-1) as string;
  const start = workingDayFrom(wish);
  if (!isDay(start) || start >= goLive) return [];
  const after = ['audience', 'owner', 'title', 'id', 'use'].find((key) => strategy.pair(key));
  const edit = strategy.day('start')
    ? replaceWord(plan, day, start)
    : addPair(plan, strategy.at, 'start', start, { after });
  return [
    {
      title: {
        text: { en: 'Start “{title}” on {start}', 'zh-CN': '让“{title}”从 {start} 开始' },
        data: { title: strategyTitle(strategy, catalog), start },
      },
      edits: [edit],
    },
  ];
}

export const rule: Rule = {
  code: 'training-only-after-go-live',
  severity: 'warning',
  summary: { en: 'All training starts on or after go-live.', 'zh-CN': '所有培训都在上线当天或之后才开始。' },
  doc: {
    why: {
      en: 'The source calls training essential, for AI solutions even more, because their terms can intimidate. Whoever meets the new way on the first day without knowing how falls back on the old one. In Prosci’s ADKAR model, too, knowledge comes before ability, and desire before both.',
      'zh-CN':
        '来源资料指出培训至关重要，对 AI 解决方案更是如此，因为相关术语会令人生畏。上线第一天还不会用的人，会退回旧的做法。Prosci 的 ADKAR 模型也把知识放在能力之前，而意愿又在两者之前。',
    },
    fix: {
      en: 'Start at least one strategy of Enablement before go-live; four weeks are a good start. Training of a group that goes live in a later wave is judged by the day of that wave.',
      'zh-CN':
        '请让至少一项“赋能”策略在上线之前开始，提前四周较为合适。分批上线时，各群体的培训以其所在批次的上线日期判断。',
    },
    allow: {
      en: 'When the vendor trains people under another plan, or when help inside the tool itself is enough.',
      'zh-CN': '供应商的培训写在另一份计划中，或工具内的即时提示已经够用时。',
    },
  },
  *check(plan, context) {
    const late = lateTraining(plan, context.catalog);
    if (!late) return;
    const { first, goLive } = late;
    yield {
      span: first.day.span,
      text: {
        en: 'No training comes before go-live ({goLive}): the first is dated {day}. Let people practice before they have to use it.',
        'zh-CN': '上线（{goLive}）之前没有任何培训，最早的一项是 {day}。请让大家在使用之前先练习。',
      },
      data: { day: first.day.value, goLive: goLive.value },
      related: [{ span: goLive.span, message: { text: { en: 'The go-live date.', 'zh-CN': '上线日期在这里。' } } }],
      fixes: () => fixes(plan, first, goLive.value, context),
    };
  },
};
