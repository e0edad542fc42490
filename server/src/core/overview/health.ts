/** How a plan stands, in one word with its reason: the same wherever it is said. */

import { entryTitle, problemCount } from '../analysis/labels.ts';
import { type Course, type MeasureRow, measureRows } from '../analysis/measures.ts';
import { valueText } from '../analysis/measureText.ts';
import { placesToFill } from '../analysis/placesToFill.ts';
import { referenceDay } from '../analysis/timeline.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Context } from '../diagnostics/rule.ts';
import type { Message, Text } from '../i18n/message.ts';
import { type Counting, counted, inTurn } from '../i18n/phrases.ts';
import type { Plan } from '../model/plan.ts';
import { rule as offCourseRule } from '../rules/measure-off-course.ts';
import { rule as overdueRule } from '../rules/overdue.ts';
import { rule as readingRule } from '../rules/reading-overdue.ts';
import { rule as missedRule } from '../rules/target-missed.ts';
import { rule as unfinishedRule } from '../rules/unfinished-text.ts';
import { choiceName, shapes } from '../schema/schema.ts';

/**
 * How a plan stands (docs/domain.md 2.4). The first that holds counts:
 * - `ended`: closed or cancelled, and no longer judged;
 * - `at-risk`: it cannot be trusted (an error), is late or has missed a target (where these are at least warnings), or was rejected;
 * - `draft`: places are still to be filled in;
 * - `attention`: a reviewer would send it back (any other warning), a measure is behind, off course or without a recent
 *   reading, or an approval is pending;
 * - `on-track`: none of these; information and hints are no reason to worry.
 */
export type Health = 'on-track' | 'attention' | 'at-risk' | 'draft' | 'ended';

/** What each is called. */
export const healthWords: Readonly<Record<Health, Text>> = {
  'on-track': { en: 'On track', 'zh-CN': '进展顺利' },
  attention: { en: 'Needs attention', 'zh-CN': '需要关注' },
  'at-risk': { en: 'At risk', 'zh-CN': '有风险' },
  draft: { en: 'Draft', 'zh-CN': '草稿' },
  ended: { en: 'Ended', 'zh-CN': '已结束' },
};

/** What can be read without colors. */
export const healthSigns: Readonly<Record<Health, string>> = {
  'on-track': '✓',
  attention: '◐',
  'at-risk': '▲',
  draft: '✎',
  ended: '■',
};

/** How a plan stands, and why. */
export interface HealthReport {
  readonly health: Health;
  /** Why it stands so: a sentence without its end. */
  readonly reason: Message;
  /** Of the problems that count for `health`, the first of the gravest. */
  readonly gravest: Message | undefined;
}

const words = {
  standing: { en: '{health}: {reason}', 'zh-CN': '{health}：{reason}' },
  problems: { en: 'the plan has {problems}', 'zh-CN': '计划中有 {problems}' },
  missed: {
    en: '“{title}” is at {value} and missed its target of {target}',
    'zh-CN': '“{title}”为 {value}，未达到目标 {target}',
  },
  behind: {
    en: '“{title}” is at {value} where {target} was expected',
    'zh-CN': '“{title}”为 {value}，预期应为 {target}',
  },
  rejected: { en: 'rejected by {roles}', 'zh-CN': '{roles}未予批准' },
  pending: { en: 'approval pending: {roles}', 'zh-CN': '等待批准：{roles}' },
  fine: { en: 'nothing is overdue, missed or left to fill in', 'zh-CN': '没有逾期、未达标或待填写的内容' },
} satisfies Record<string, Text>;

const lateCount: Counting = {
  one: { en: '1 strategy is overdue', 'zh-CN': '1 项策略逾期' },
  many: { en: '{n} strategies are overdue', 'zh-CN': '{n} 项策略逾期' },
};

const measureCounts = {
  missed: {
    one: words.missed,
    many: { en: '{n} measures missed their targets', 'zh-CN': '{n} 项指标未达到目标' },
  },
  behind: {
    one: words.behind,
    many: { en: '{n} measures are behind what was expected by now', 'zh-CN': '{n} 项指标落后于预期' },
  },
} satisfies Partial<Record<Course, Counting>>;

/** How many places are still to be filled in. */
export const placeCount: Counting = {
  one: { en: '1 place to fill in', 'zh-CN': '还有 1 处待填写' },
  many: { en: '{n} places to fill in', 'zh-CN': '还有 {n} 处待填写' },
};

const readingCounts: Readonly<Record<string, Counting>> = {
  [offCourseRule.code]: {
    one: { en: '1 measure moves away from its target', 'zh-CN': '1 项指标离目标越来越远' },
    many: { en: '{n} measures move away from their targets', 'zh-CN': '{n} 项指标离目标越来越远' },
  },
  [readingRule.code]: {
    one: { en: '1 reading is overdue', 'zh-CN': '1 项测量逾期' },
    many: { en: '{n} readings are overdue', 'zh-CN': '{n} 项测量逾期' },
  },
};

/**
 * What counts by itself, and not as one of the errors or warnings: late work, what measures show, and places to fill in.
 * Of these, only what puts a plan at risk may be an error.
 */
function isCounted({ code, severity }: Problem): boolean {
  if (code === overdueRule.code || code === missedRule.code) return severity === 'error' || severity === 'warning';
  return severity !== 'error' && (Object.hasOwn(readingCounts, code) || code === unfinishedRule.code);
}

/** The value that a measure should have by now: on the way from baseline to target, as exact as these are written. */
function expectedValue({ baseline, target, expected }: MeasureRow): number | undefined {
  if (baseline === undefined || target === undefined || expected === undefined) return undefined;
  const digits = Math.max(...[baseline, target].map((value) => String(value).split('.')[1]?.length ?? 0));
  return Number((baseline + expected * (target - baseline)).toFixed(Math.min(digits, 6)));
}

/** What is said of measures on one course: of one its numbers, of several how many. */
function measureMessages(found: readonly MeasureRow[], course: 'missed' | 'behind'): Message[] {
  const [first] = found;
  if (!first) return [];
  if (found.length > 1) return [counted(measureCounts[course], found.length)];
  const { measure, readings, target } = first;
  const value = (number: number | undefined) => valueText(number ?? 0, measure.text('unit'));
  const data = {
    title: entryTitle(measure),
    value: value(readings.at(-1)?.value),
    target: value(course === 'missed' ? target : expectedValue(first)),
  };
  return [{ text: words[course], data }];
}

/** What is said of the approvals with a status. */
function approvalMessages(plan: Plan, status: 'pending' | 'rejected'): Message[] {
  const found = plan.list('approvals').filter((approval) => approval.text('status') === status);
  const roles = found.flatMap((approval) => approval.text('role') ?? approval.text('name') ?? []);
  return roles.length ? [{ text: words[status], data: { roles } }] : [];
}

/** How a plan stands, and why. `problems` are those that `check` finds in it. */
export function healthOf(plan: Plan, problems: readonly Problem[], context: Pick<Context, 'today'>): HealthReport {
  if (plan.ended) {
    const reason = { text: choiceName(shapes.plan.key('status'), plan.status) };
    return { health: 'ended', reason, gravest: undefined };
  }
  const rows = measureRows(plan, referenceDay(plan, context));
  const counting = problems.filter(isCounted);
  const ofCode = (code: string) => counting.filter((problem) => problem.code === code);
  const [late, missed] = [ofCode(overdueRule.code), ofCode(missedRule.code)];
  const isMissed = ({ measure: { span } }: MeasureRow) =>
    missed.some((problem) => span.start <= problem.span.start && problem.span.end <= span.end);
  const wrong = problems.filter((problem) => problem.severity === 'error' && !isCounted(problem));
  const doubtful = problems.filter((problem) => problem.severity === 'warning' && !isCounted(problem));
  const found = (count: Counting, n: number): Message[] =>
    n > 0 ? [{ text: words.problems, data: { problems: counted(count, n) } }] : [];
  const grave = [
    ...found(problemCount.error, wrong.length),
    ...(late.length ? [counted(lateCount, late.length)] : []),
    ...measureMessages(rows.filter(isMissed), 'missed'),
    ...approvalMessages(plan, 'rejected'),
  ];
  if (grave.length)
    return { health: 'at-risk', reason: inTurn(grave), gravest: (wrong[0] ?? late[0] ?? missed[0])?.message };
  const places = placesToFill(plan).length;
  const open = [
    ...(places ? [counted(placeCount, places)] : []),
    ...measureMessages(
      rows.filter(({ course }) => course === 'behind'),
      'behind',
    ),
    ...Object.entries(readingCounts).flatMap(([code, count]) => {
      const { length } = ofCode(code);
      return length ? [counted(count, length)] : [];
    }),
    ...approvalMessages(plan, 'pending'),
    ...found(problemCount.warning, doubtful.length),
  ];
  if (open.length) {
    return {
      health: places ? 'draft' : 'attention',
      reason: inTurn(open),
      gravest: (doubtful[0] ?? counting[0])?.message,
    };
  }
  return { health: 'on-track', reason: { text: words.fine }, gravest: undefined };
}

/** How a plan stands in one line: "At risk: 5 strategies are overdue"; of one that has ended, only how. */
export function healthLine({ health, reason }: HealthReport): Message {
  return health === 'ended' ? reason : { text: words.standing, data: { health: healthWords[health], reason } };
}
