/** The timeline of a plan: a lane for each lever, milestones, go-live, and sustainment. */

import { notCounted } from '../../core/analysis/coverage.ts';
import { leverTitle } from '../../core/analysis/labels.ts';
import { dayText } from '../../core/i18n/dayText.ts';
import type { Text } from '../../core/i18n/message.ts';
import type { Entry } from '../../core/model/entry.ts';
import type {
  ActivityBar,
  Days,
  GoneBar,
  PastDay,
  StrategyBar,
  Timeline,
} from '../../core/overview/picture/timeline.ts';
import type { Speaker } from '../../core/overview/speaker.ts';
import { leverIds } from '../../core/schema/format.gen.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import { plainUnder } from '../../core/syntax/tree.ts';
import { compareDays } from '../../core/text/day.ts';
import type { DrawnBar, DrawnDay, DrawnLane, DrawnStrategy, DrawnTimeline } from '../../protocol.ts';
import { strategiesText } from './levers.ts';

const statusShape = shapes.strategy.key('status');
const milestoneKinds = shapes.milestone.key('kind');
const headShape = shapes.plan;
const sustainmentTitle = shapes.sustainment.title as Text;

/** The key of the go-live of the version with which a plan is compared. */
export const goLiveBefore = 'before/plan/goLive';

const texts = {
  until: { en: '{start} to {due}', 'zh-CN': '{start} 至 {due}' },
  from: { en: 'from {start}', 'zh-CN': '{start} 起' },
  due: { en: 'due {due}', 'zh-CN': '{due} 到期' },
  none: { en: 'no dates', 'zh-CN': '没有日期' },
  contrary: { en: 'due before it starts', 'zh-CN': '截止早于开始' },
  overdue: { en: 'overdue', 'zh-CN': '已逾期' },
  added: { en: 'new', 'zh-CN': '新增' },
  gone: { en: '{title} is gone', 'zh-CN': '“{title}”已删除' },
  was: { en: 'was {days}', 'zh-CN': '原为 {days}' },
  wasOn: { en: '{title} was {day}', 'zh-CN': '{title}原为 {day}' },
  after: { en: 'continues after go-live', 'zh-CN': '上线后继续' },
  today: { en: 'Today', 'zh-CN': '今天' },
  asOfDay: { en: 'As of {day}', 'zh-CN': '截至 {day}' },
  review: { en: 'Review', 'zh-CN': '评审' },
  onDay: { en: '{title} on {day}', 'zh-CN': '{title}：{day}' },
  afterNone: { en: 'No strategy continues after go-live.', 'zh-CN': '没有策略在上线后继续。' },
  afterOne: { en: '1 strategy continues after go-live.', 'zh-CN': '1 项策略在上线后继续。' },
  afterMany: { en: '{n} strategies continue after go-live.', 'zh-CN': '{n} 项策略在上线后继续。' },
} satisfies Record<string, Text>;

/** The days of an entry in words; empty if it has none. */
export function daysText({ start, due }: Days, speaker: Speaker): string {
  const [from, to] = [start && dayText(start), due && dayText(due)];
  if (from && to) return start === due ? speaker.text(from) : speaker.text(texts.until, { start: from, due: to });
  if (from) return speaker.text(texts.from, { start: from });
  return to ? speaker.text(texts.due, { due: to }) : '';
}

function barDays({ start, due }: Days): Days {
  return { ...(start && { start }), ...(due && { due }) };
}

function drawnActivity(bar: ActivityBar, keys: ReadonlyMap<Entry, string>, speaker: Speaker): DrawnBar {
  const title = String(plainUnder(bar.activity.at, 'title') ?? '');
  return {
    key: keys.get(bar.activity) as string,
    title,
    label: speaker.label(title, daysText(bar, speaker)),
    ...barDays(bar),
  };
}

function drawnStrategy(bar: StrategyBar, keys: ReadonlyMap<Entry, string>, speaker: Speaker): DrawnStrategy {
  const { strategy } = bar;
  const title = speaker.strategy(strategy);
  const owner = strategy.text('owner') ?? '';
  const statusTitle = speaker.text(choiceName(statusShape, strategy.status));
  const undated = speaker.text(bar.contrary ? texts.contrary : texts.none);
  const dated = bar.start !== undefined || bar.due !== undefined;
  return {
    key: keys.get(strategy) as string,
    title,
    label: speaker.label(
      title,
      dated ? daysText(bar, speaker) : undated,
      statusTitle,
      bar.overdue ? speaker.text(texts.overdue) : '',
      owner,
      bar.after ? speaker.text(texts.after) : '',
      bar.added ? speaker.text(texts.added) : '',
      bar.was ? speaker.text(texts.was, { days: daysText(bar.was, speaker) }) : '',
    ),
    ...barDays(bar),
    status: strategy.status,
    statusTitle,
    owner,
    overdue: bar.overdue !== undefined,
    after: bar.after,
    added: bar.added,
    ...(bar.was && { was: barDays(bar.was) }),
    counts: notCounted(strategy, speaker.catalog) === undefined,
    ...(!dated && { undated }),
    activities: bar.activities.map((activity) => drawnActivity(activity, keys, speaker)),
    waitsFor: bar.waitsFor.map((entry) => keys.get(entry) as string),
  };
}

function drawnGone({ strategy, ...days }: GoneBar, before: ReadonlyMap<Entry, string>, speaker: Speaker): DrawnBar {
  const title = speaker.strategy(strategy);
  const was = daysText(days, speaker);
  return {
    key: before.get(strategy) as string,
    title,
    label: speaker.label(speaker.text(texts.gone, { title }), was && speaker.text(texts.was, { days: was })),
    ...days,
  };
}

function drawnPast(
  { milestone, day, title, gone }: PastDay,
  before: ReadonlyMap<Entry, string>,
  speaker: Speaker,
): DrawnDay {
  const was = speaker.text(texts.wasOn, { title, day: dayText(day) });
  const lost = speaker.text(texts.gone, { title });
  // The sign of a milestone that moved needs no title: it has one where it is now.
  const shown = milestone ? (gone ? lost : '') : was;
  const key = milestone ? (before.get(milestone) as string) : goLiveBefore;
  return { key, kind: 'past', day, title: shown, label: gone ? speaker.label(lost, was) : was };
}

/** The plan's own days and today, in order. */
function lines({ window, today }: Timeline, now: string, speaker: Speaker): DrawnDay[] {
  const line = (kind: DrawnDay['kind'], name: string, day: string | undefined, text: Text): DrawnDay[] => {
    if (day === undefined) return [];
    const asOf = kind === 'today' && day !== now;
    const title = speaker.text(asOf ? texts.asOfDay : text, { day: dayText(day) });
    const label = asOf ? title : speaker.text(texts.onDay, { title, day: dayText(day) });
    return [{ key: `plan/${name}`, kind, day, title, label }];
  };
  const own = (name: string) => headShape?.key(name)?.title as Text;
  return [
    ...line('start', 'start', window.start?.value, own('start')),
    ...line('today', 'asOf', today, texts.today),
    ...line('go-live', 'goLive', window.goLive?.value, choiceName(milestoneKinds, 'go-live')),
    ...line('end', 'end', window.end?.value, own('end')),
  ];
}

function sustainmentBar({ sustainment, window }: Timeline, speaker: Speaker): DrawnTimeline['sustainment'] {
  const { until, reviews } = sustainment;
  if (!until && reviews.length === 0) return undefined;
  const title = speaker.text(sustainmentTitle);
  const start = window.goLive?.value;
  const days = until ? { ...(start !== undefined && start <= until && { start }), due: until } : {};
  const review = speaker.text(texts.review);
  return {
    key: 'sustainment',
    title,
    label: speaker.label(title, daysText(days, speaker)),
    ...days,
    reviews: reviews.map((day) => ({
      key: 'sustainment/reviews',
      kind: 'review',
      day,
      title: review,
      label: speaker.text(texts.onDay, { title: review, day: dayText(day) }),
    })),
  };
}

/**
 * The timeline in the reader's words; `now` is the day it is, which need not be the one on which the plan is judged.
 * `before`: the keys of the version with which the plan is compared.
 */
export function drawnTimeline(
  timeline: Timeline,
  now: string,
  keys: ReadonlyMap<Entry, string>,
  before: ReadonlyMap<Entry, string>,
  speaker: Speaker,
): DrawnTimeline {
  const lanes = leverIds.map((lever): DrawnLane => {
    const bars = timeline.bars.get(lever) ?? [];
    return {
      key: `levers/${lever}`,
      title: speaker.text(leverTitle(lever, speaker.catalog)),
      note: strategiesText(bars.length, speaker),
      strategies: bars.map((bar) => drawnStrategy(bar, keys, speaker)),
      gone: (timeline.gone.get(lever) ?? []).map((bar) => drawnGone(bar, before, speaker)),
    };
  });
  const milestones = timeline.milestones.map(({ milestone, day, title: named }): DrawnDay => {
    const kind = milestone.text('kind');
    const title = speaker.value(named);
    const kindTitle = kind ? speaker.text(choiceName(milestoneKinds, kind)) : '';
    return {
      key: keys.get(milestone) as string,
      kind: kind === 'go-live' ? 'go-live' : 'milestone',
      day,
      title,
      label: speaker.label(speaker.text(texts.onDay, { title, day: dayText(day) }), kindTitle),
    };
  });
  const past = timeline.past.map((one) => drawnPast(one, before, speaker));
  const going = lanes.flatMap(({ strategies }) => strategies).filter(({ after }) => after).length;
  const after = going === 0 ? texts.afterNone : going === 1 ? texts.afterOne : texts.afterMany;
  const sustainment = sustainmentBar(timeline, speaker);
  return {
    ...(timeline.from !== undefined && timeline.to !== undefined && { from: timeline.from, to: timeline.to }),
    lines: [...lines(timeline, now, speaker), ...past.filter(({ key }) => key === goLiveBefore)],
    milestones: [...milestones, ...past.filter(({ key }) => key !== goLiveBefore)].sort((a, b) =>
      compareDays(a.day, b.day),
    ),
    lanes,
    ...(sustainment && { sustainment }),
    after: timeline.window.goLive ? speaker.text(after, { n: going }) : '',
  };
}
