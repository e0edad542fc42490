/** A status that does not fit the dates on the day on which the plan is judged. */

import { lastEnd } from '../analysis/dependencies.ts';
import { entryTitle, strategyTitle } from '../analysis/labels.ts';
import {
  absent,
  draftDays,
  isDraft,
  isRunning,
  isWithin,
  planDays,
  referenceDay,
  statusOf,
  strategyDays,
} from '../analysis/timeline.ts';
import type { Context, Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { replaceWord, setPair } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Entry, remembered, type Spanned } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import { isUncertain } from '../model/uncertain.ts';
import type { StrategyStatus } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';
import { addWorkingDays } from '../text/day.ts';

/** What is said, and the status that would fit. */
interface Contradiction {
  readonly text: Text;
  readonly fitting: StrategyStatus;
}

const early: Contradiction = {
  text: {
    en: '“{title}” is {status} as of {reference}, but starts only on {start}. Correct the status or the start date.',
    'zh-CN': '截至 {reference}，“{title}”的状态是 {status}，但它到 {start} 才开始。请改正状态或开始日期。',
  },
  fitting: 'planned',
};

const late: Contradiction = {
  text: {
    en: '“{title}” was to start on {start} and is still {status} as of {reference}. Has it begun? Correct the status or the start date.',
    'zh-CN': '“{title}”应于 {start} 开始，但截至 {reference}，状态仍是 {status}。是否已经开始？请改正状态或开始日期。',
  },
  fitting: 'in-progress',
};

const statusTitles: Partial<Record<StrategyStatus, Text>> = {
  planned: { en: 'Set the status to planned', 'zh-CN': '把状态改为已计划' },
  'in-progress': { en: 'Set the status to in progress', 'zh-CN': '把状态改为进行中' },
};

function fixes(
  plan: Plan,
  strategy: Strategy,
  start: Spanned<string>,
  fitting: StrategyStatus,
  reference: string,
): Fix[] {
  const days = planDays(plan);
  const after = strategy.pair('due') ? 'due' : 'start';
  const status: Fix = {
    title: { text: statusTitles[fitting] as Text },
    edits: [setPair(plan, strategy.at, 'status', fitting, after)],
  };
  const inside = isWithin(days, reference) && (lastEnd(plan, strategy) ?? '') <= reference;
  const move: Fix = {
    title: {
      text: { en: 'Move the start to {reference}', 'zh-CN': '把开始日期改为 {reference}' },
      data: { reference },
    },
    edits: [replaceWord(plan, start, reference)],
  };
  return inside ? [status, move] : [status];
}

const begunByActivity: Text = {
  en: '“{title}” is {status} as of {reference}, but its activity “{activity}” was on {day}. Has it begun? Correct the status or the date.',
  'zh-CN':
    '截至 {reference}，“{title}”的状态是 {status}，但其活动“{activity}”在 {day} 已经开始。是否已经开始？请改正状态或日期。',
};

const begins = (activity: Entry) => activity.date('start') ?? activity.date('due');

/** The day of a strategy's first activity. */
const firstActivity = remembered((strategy) =>
  strategy
    .entries('activities')
    .flatMap((activity) => begins(activity) ?? [])
    .reduce((a, b) => (b < a || a === '' ? b : a), ''),
);

/** A strategy that is still planned although one of its activities is past. */
function begunBy(
  plan: Plan,
  strategy: Strategy,
  day: string,
  reference: string,
  catalog: Catalog,
): Finding | undefined {
  const activity = strategy.entries('activities').find((one) => begins(one) === day);
  const status = strategy.word('status');
  const place = activity?.day('start') ?? activity?.day('due');
  if (!activity || !place) return undefined;
  return {
    span: status?.span ?? place.span,
    text: begunByActivity,
    data: {
      title: strategyTitle(strategy, catalog),
      status: quoted('planned'),
      activity: entryTitle(activity),
      day,
      reference,
    },
    ...(status && {
      related: [{ span: place.span, message: { text: { en: 'The activity.', 'zh-CN': '这项活动。' } } }],
    }),
    fixes: () => [
      {
        title: { text: statusTitles['in-progress'] as Text },
        edits: [setPair(plan, strategy.at, 'status', 'in-progress', strategy.pair('due') ? 'due' : 'start')],
      },
    ],
  };
}

/** What is said of what has happened, on a day that is still to come. */
const ahead = {
  decision: {
    en: '“{title}” is decided, but its day ({on}) is still to come as of {reference}. Correct the day, or let it be `open` and write {on} under `due`.',
    'zh-CN':
      '“{title}”已经决定，但截至 {reference}，其日期（{on}）尚未到来。请改正日期；如果尚未决定，请把状态写为 `open`，并把 {on} 写在 `due`。',
  },
  reading: {
    en: 'A reading of “{title}” is dated {on}, which is still to come as of {reference}. Correct the day, or move the reporting day `asOf` forward.',
    'zh-CN': '“{title}”的一次测量日期是 {on}，截至 {reference} 尚未到来。请改正日期，或把报告日期 `asOf` 往后移。',
  },
} satisfies Record<string, Text>;

/** Moves the reporting day to a day that has come. */
function reportOn(plan: Plan, on: string, today: string): Fix[] {
  const asOf = plan.head?.day('asOf');
  if (!asOf || on > today) return [];
  const title = { text: { en: 'Report as of {on}', 'zh-CN': '把报告日期改为 {on}' }, data: { on } };
  return [{ title, edits: [replaceWord(plan, asOf, on)] }];
}

/** Decisions that are made, and readings, on a day that is still to come; of each measure the first. Only fixes look at today. */
function* findAhead(plan: Plan, reference: string, context: Context): Iterable<Finding> {
  for (const decision of plan.list('decisions')) {
    const on = decision.day('on');
    if (!on || on.value <= reference || (decision.text('status') ?? 'made') !== 'made') continue;
    if (isUncertain(decision, 'status', shapes.decision)) continue;
    const data = { title: entryTitle(decision), on: on.value, reference };
    yield { span: on.span, text: ahead.decision, data, fixes: () => reportOn(plan, on.value, context.today) };
  }
  for (const measure of plan.list('measures')) {
    const on = measure
      .entries('readings')
      .map((reading) => reading.day('on'))
      .find((day) => day !== undefined && day.value > reference);
    if (!on) continue;
    const data = { title: entryTitle(measure), on: on.value, reference };
    yield { span: on.span, text: ahead.reading, data, fixes: () => reportOn(plan, on.value, context.today) };
  }
}

/** What is said of a draft whose go-live is near or past. */
const stillDraft: Text = {
  en: 'The status is `draft` as of {reference}, but go-live is on {goLive}. From {days} days before go-live it is judged as an active plan: set the status to active, or correct the dates.',
  'zh-CN':
    '截至 {reference}，状态仍是 `draft`，但上线日期是 {goLive}。从上线前 {days} 天起按执行中的计划判断：请把状态改为 `active`，或改正日期。',
};

/** What is said of a plan without a status after its go-live. */
const noStatus: Text = {
  en: 'The plan says no status and so counts as a draft, but go-live was on {goLive}. It is judged as an active plan: add `status: active`, or correct the dates.',
  'zh-CN':
    '计划没有写状态，因此算作草稿，但上线日期 {goLive} 已过。现按执行中的计划判断：请写明 `status: active`，或改正日期。',
};

export const rule: Rule<'graceWorkingDays'> = {
  code: 'status-contradicts-dates',
  severity: 'warning',
  summary: {
    en: 'A status does not fit the dates, or what has happened is dated on a day that is still to come.',
    'zh-CN': '状态与日期不符，或已经发生的事写着尚未到来的日期。',
  },
  doc: {
    why: {
      en: 'Work that is done before it starts, or still planned long after it should have started, is copied from elsewhere or out of date. It is better found here than in the steering meeting. A draft is judged gently, because nobody has promised anything yet; within 30 days of go-live that no longer holds, and every rule judges it as an active plan. A decision that is made, and a value that was measured, cannot be from a day to come.',
      'zh-CN':
        '还没开始就已完成，或早该开始却仍是已计划，多半是复制来的，或没有及时更新。在这里发现，好过在会上发现。草稿还没有作出承诺，因此判断从宽；离上线不到 30 天时不再如此，所有规则都按执行中的计划来判断。已经做出的决定、已经测得的数值，不可能来自尚未到来的日期。',
    },
    fix: {
      en: 'Set the status that fits the dates, or correct the start date. The plan is judged on the day in `asOf`, or today where there is none.',
      'zh-CN': '请改成与日期相符的状态，或改正开始日期。判断以 `asOf` 写明的日期为准，没有写时以今天为准。',
    },
    allow: {
      en: 'When preparations are under way before the official start.',
      'zh-CN': '正式开始之前已经着手准备时。',
    },
  },
  options: {
    graceWorkingDays: {
      default: 3,
      minimum: 0,
      maximum: 60,
      integer: true,
      text: {
        en: 'How many working days after its start date, or its first activity, a strategy may still be `planned`. Three bridge a weekend.',
        'zh-CN': '开始日期或首项活动过后，策略最多可以保持 `planned` 几个工作日。默认三天，可跨过一个周末。',
      },
    },
  },
  *check(plan, context) {
    const { head } = plan;
    const [status, goLive] = [head?.word('status'), planDays(plan).goLive];
    const reference = referenceDay(plan, context);
    if (reference !== undefined) yield* findAhead(plan, reference, context);
    if (!head || !goLive || reference === undefined || plan.status !== 'draft' || isDraft(plan, context)) return;
    // What cannot be read or is misspelt has a finding of its own.
    if (status ? status.value !== 'draft' : !absent(plan, head, 'status', shapes.plan)) return;
    yield {
      span: status?.span ?? goLive.span,
      text: status ? stillDraft : noStatus,
      data: { goLive: goLive.value, reference, days: draftDays },
      related: status
        ? [{ span: goLive.span, message: { text: { en: 'The go-live date.', 'zh-CN': '上线日期在这里。' } } }]
        : [],
      fixes: () => [
        {
          title: { text: { en: 'Set the status to active', 'zh-CN': '把状态改为执行中' } },
          edits: [setPair(plan, head.at, 'status', 'active', 'sponsor')],
        },
      ],
    };
  },
  each(plan, context, { graceWorkingDays }) {
    const { catalog } = context;
    const reference = referenceDay(plan, context);
    if (reference === undefined) return undefined;
    const running = isRunning(plan, context);
    const window = planDays(plan);
    const isPast = (day: string) => day < reference && addWorkingDays(day, graceWorkingDays) < reference;
    return (strategy) => {
      const { start: written, due: end } = strategy.time;
      const day = running && strategy.status === 'planned' ? firstActivity(strategy) : '';
      const begun =
        day !== '' && isPast(day) && isWithin(window, day) && (written === undefined || written > reference);
      if (begun && !(end !== undefined && end < reference) && statusOf(plan, strategy) === 'planned')
        return strategyDays(plan, strategy) && begunBy(plan, strategy, day, reference, catalog);
      if (written === undefined || (strategy.status === 'planned' && !(running && written < reference)))
        return undefined;
      const days = strategyDays(plan, strategy);
      const start = days?.start;
      const status = start && statusOf(plan, strategy);
      if (!status || !isWithin(window, start.value)) return undefined;
      const isBegun = status === 'done' || status === 'in-progress';
      const waits = running && status === 'planned' && !(days.due && days.due.value < reference);
      const found = isBegun && start.value > reference ? early : waits && isPast(start.value) ? late : undefined;
      if (!found) return undefined;
      return {
        span: strategy.word('status')?.span ?? start.span,
        text: found.text,
        data: { title: strategyTitle(strategy, catalog), status: quoted(status), start: start.value, reference },
        ...(strategy.word('status') && {
          related: [{ span: start.span, message: { text: { en: 'The start date.', 'zh-CN': '开始日期在这里。' } } }],
        }),
        fixes: () => fixes(plan, strategy, start, found.fitting, reference),
      };
    };
  },
};
