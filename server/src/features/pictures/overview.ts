/** The overview of a plan for lists and the portfolio, in the user's language. */
import { notCountedWords, whyNotCounted } from '../../core/analysis/coach.ts';
import { leverTitle, leverWords, strategyCount } from '../../core/analysis/labels.ts';
import type { Upcoming } from '../../core/analysis/upcoming.ts';
import { type Locale, type Message, say, sayMessage, sayValue, type Text } from '../../core/i18n/message.ts';
import { counted } from '../../core/i18n/phrases.ts';
import type { Plan } from '../../core/model/plan.ts';
import { eventText } from '../../core/overview/eventText.ts';
import { healthLine } from '../../core/overview/health.ts';
import {
  type LeverOverview as FoundLever,
  type StrategyOverview as FoundStrategy,
  type GroupOverview,
  overview as overviewOf,
  type PlanDate,
} from '../../core/overview/overview.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import type { DateOverview, LeverOverview, Place, PlanOverview, StrategyOverview } from '../../protocol.ts';
import { rangeOf, type Subject, type View } from '../view.ts';
import { isLeftOut } from './levers.ts';

/** An overview in parts, not all of which are always needed; lists by lever are in the order of `plan.levers`. */
export interface OverviewParts {
  /** Without its address and strategies. */
  readonly plan: Omit<PlanOverview, 'uri'>;
  /** Under each lever, without their places. */
  readonly strategies: readonly (readonly Omit<StrategyOverview, 'place'>[])[];
  /** Under each lever: the positions, which change with every line above. */
  readonly places: readonly (readonly Place[])[];
  readonly groups: readonly GroupOverview[];
}

const planStatus = shapes.plan.key('status');
const strategyStatus = shapes.strategy.key('status');

/** When a strategy, or one of its activities, starts or is due. */
const whenWords: Readonly<Record<Upcoming['whose'], Readonly<Record<Upcoming['what'], Text>>>> = {
  strategy: {
    start: { en: 'starts {day}', 'zh-CN': '{day} 开始' },
    due: { en: 'due {day}', 'zh-CN': '{day} 到期' },
  },
  activity: {
    start: { en: 'activity starts {day}', 'zh-CN': '活动 {day} 开始' },
    due: { en: 'activity due {day}', 'zh-CN': '活动 {day} 到期' },
  },
};

const overdueSince: Text = { en: 'overdue since {day}', 'zh-CN': '{day} 起逾期' };

/** The number of strategies under a lever. */
const countWords = {
  unread: { en: 'cannot be read', 'zh-CN': '无法读取' },
  oneBut: { en: '1 strategy, but {reasons}', 'zh-CN': '1 项策略，但{reasons}' },
  manyBut: { en: '{n} strategies, but {reasons}', 'zh-CN': '{n} 项策略，未计入：{reasons}' },
} as const satisfies Record<string, Text>;

function dateOf(date: PlanDate, locale: Locale): DateOverview {
  return { day: date.day, text: sayMessage(eventText(date), locale) };
}

function under({ coverage }: FoundLever): Message {
  const n = coverage.strategies.length;
  if (n === 0)
    return { text: coverage.notUsed ? leverWords.leftOut : coverage.unread ? countWords.unread : leverWords.empty };
  const reasons = whyNotCounted(coverage);
  if (reasons.length === 0) return counted(strategyCount, n);
  return { text: n === 1 ? countWords.oneBut : countWords.manyBut, data: { n, reasons } };
}

function strategyOf(found: FoundStrategy, locale: Locale): Omit<StrategyOverview, 'place'> {
  const { status, owner, next, overdue, gravest, notCounted } = found;
  const when: Message | undefined = overdue
    ? { text: overdueSince, data: { day: overdue } }
    : next && { text: whenWords[next.whose][next.what], data: { day: next.day } };
  return {
    title: sayValue(found.title, locale),
    status: status ?? '',
    statusName: status ? say(choiceName(strategyStatus, status), locale) : '',
    ...(owner !== undefined && { owner }),
    ...(when && { when: sayMessage(when, locale) }),
    overdue: overdue !== undefined,
    ...(gravest && { problem: gravest }),
    ...(notCounted && { notCounted: say(notCountedWords[notCounted], locale) }),
  };
}

/** The overview of a plan. */
export function overview(subject: Subject<Plan>, view: View): OverviewParts {
  const found = overviewOf(subject.reading, view);
  const { locale } = view;
  const { start, goLive, end, next, gravest } = found;
  const people = found.groups.reduce((sum, { size }) => sum + (size ?? 0), 0);
  const plan: OverviewParts['plan'] = {
    title: found.title ?? '',
    begun: found.begun,
    ...(found.owner !== undefined && { owner: found.owner }),
    ...(people > 0 && { people }),
    status: found.status,
    statusName: say(choiceName(planStatus, found.status), locale),
    health: found.health,
    standing: sayMessage(healthLine(found), locale),
    reason: sayMessage(found.reason, locale),
    ...(gravest && { gravest: sayMessage(gravest, locale) }),
    ...(found.startWith && { startWith: found.startWith }),
    problems: found.problems,
    ...(start !== undefined && { start }),
    ...(goLive !== undefined && { goLive }),
    ...(end !== undefined && { end }),
    ...(next && { next: dateOf(next, locale) }),
    goLives: found.goLives.map((date) => dateOf(date, locale)),
    covered: found.covered,
    enough: found.enough,
    levers: found.levers.map(
      (lever): LeverOverview => ({
        lever: lever.coverage.lever,
        title: say(leverTitle(lever.coverage.lever, view.catalog), locale),
        covered: lever.coverage.covered,
        leftOut: isLeftOut(lever.coverage),
        depth: lever.coverage.depth,
        text: sayMessage(under(lever), locale),
      }),
    ),
  };
  return {
    plan,
    strategies: found.levers.map(({ strategies }) => strategies.map((strategy) => strategyOf(strategy, locale))),
    places: found.levers.map(({ strategies }) =>
      strategies.map(({ strategy }) => rangeOf(subject, strategy.place).start),
    ),
    groups: found.groups,
  };
}
