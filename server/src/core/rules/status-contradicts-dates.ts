/** A status that does not fit the dates on the day on which the plan is judged. */

import { lastEnd } from '../analysis/dependencies.ts';
import { strategyTitle } from '../analysis/labels.ts';
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
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { replaceWord, setPair } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Spanned } from '../model/entry.ts';
import type { Plan, Strategy } from '../model/plan.ts';
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

/** What is said of a draft whose go-live is near or past. */
const stillDraft: Text = {
  en: 'The status is `draft` as of {reference}, but go-live is on {goLive}. From {days} days before go-live it is judged as an active plan: set the status to active, or correct the dates.',
  'zh-CN':
    '截至 {reference}，状态仍是 `draft`，但上线日期是 {goLive}。从上线前 {days} 天起按进行中的计划判断：请把状态改为 active，或改正日期。',
};

/** What is said of a plan without a status after its go-live. */
const noStatus: Text = {
  en: 'The plan says no status and so counts as a draft, but go-live was on {goLive}. It is judged as an active plan: add `status: active`, or correct the dates.',
  'zh-CN':
    '计划没有写状态，因此算作草稿，但上线日期 {goLive} 已过。现按进行中的计划判断：请写明 `status: active`，或改正日期。',
};

export const rule: Rule<'graceWorkingDays'> = {
  code: 'status-contradicts-dates',
  severity: 'warning',
  summary: {
    en: 'The status of a strategy does not fit its start date, or a plan is still a draft although go-live is near or past.',
    'zh-CN': '策略的状态与开始日期不符，或上线临近甚至已过而计划仍是草稿。',
  },
  doc: {
    why: {
      en: 'Work that is done before it starts, or still planned long after it should have started, is copied from elsewhere or out of date. It is better found here than in the steering meeting. A draft is judged gently, because nobody has promised anything yet; within 30 days of go-live that no longer holds, and every rule judges it as an active plan.',
      'zh-CN':
        '还没开始就已完成，或早该开始却仍是已计划，多半是复制来的，或没有及时更新。在这里发现，好过在会上发现。草稿还没有作出承诺，因此判断从宽；离上线不到 30 天时不再如此，所有规则都按进行中的计划来判断。',
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
        en: 'How many working days after its start date a strategy may still be `planned`. Three bridge a weekend.',
        'zh-CN': '开始日期过后，策略最多可以保持 `planned` 几个工作日。默认三天，可跨过一个周末。',
      },
    },
  },
  *check(plan, context) {
    const { head } = plan;
    const [status, goLive] = [head?.word('status'), planDays(plan).goLive];
    const reference = referenceDay(plan, context);
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
          title: { text: { en: 'Set the status to active', 'zh-CN': '把状态改为进行中' } },
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
    return (strategy) => {
      const { start: written } = strategy.time;
      if (written === undefined || (strategy.status === 'planned' && !(running && written < reference)))
        return undefined;
      const days = strategyDays(plan, strategy);
      const start = days?.start;
      const status = start && statusOf(plan, strategy);
      if (!status || !isWithin(window, start.value)) return undefined;
      const begun = status === 'done' || status === 'in-progress';
      const waits = running && status === 'planned' && !(days.due && days.due.value < reference);
      const found =
        begun && start.value > reference
          ? early
          : waits && start.value < reference && addWorkingDays(start.value, graceWorkingDays) < reference
            ? late
            : undefined;
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
