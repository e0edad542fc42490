/** The levers of a brief over time: a lane for each, with a bar for each strategy that has days. */

import { coveredCount, leverTitle } from '../analysis/labels.ts';
import { waitsIn } from '../analysis/placesToFill.ts';
import type { Context } from '../diagnostics/rule.ts';
import { dayNear, dayText, monthText } from '../i18n/dayText.ts';
import type { Text } from '../i18n/message.ts';
import type { Plan } from '../model/plan.ts';
import type { LeverOverview, Overview } from '../overview/overview.ts';
import { pictureKeys } from '../overview/picture/keys.ts';
import type { Since } from '../overview/picture/since.ts';
import { type Days, type StrategyBar, timeline } from '../overview/picture/timeline.ts';
import type { Speaker } from '../overview/speaker.ts';
import { plainUnder } from '../syntax/tree.ts';
import { addMonths, daysBetween } from '../text/day.ts';
import { lineOf } from './lines.ts';
import type { BriefBar, BriefDays, BriefLane, BriefLanes, BriefLook } from './model.ts';

const texts = {
  onTime: {
    en: '{covered}, {n} of {all} strategies on time',
    'zh-CN': '{covered}，{all} 项策略中 {n} 项按时进行',
  },
  leftOut: { en: 'left out: {reason}', 'zh-CN': '不启用：{reason}' },
  none: { en: 'no strategies yet', 'zh-CN': '还没有策略' },
  unfilled: { en: 'still to be filled in', 'zh-CN': '待填写' },
  noDays: { en: 'no dates yet', 'zh-CN': '还没有日期' },
  asOf: { en: 'as of {day}', 'zh-CN': '截至 {day}' },
  today: { en: 'today', 'zh-CN': '今天' },
  goLive: { en: 'go-live {day}', 'zh-CN': '{day} 上线' },
  goLiveWas: { en: 'go-live was {day}', 'zh-CN': '原定 {day} 上线' },
  added: { en: 'new', 'zh-CN': '新增' },
  gone: { en: 'gone', 'zh-CN': '已删除' },
  wasUntil: { en: 'was until {day}', 'zh-CN': '原定至 {day}' },
} satisfies Record<string, Text>;

const looks: Readonly<Record<BriefLook, Text>> = {
  done: { en: 'done', 'zh-CN': '已完成' },
  running: { en: 'running', 'zh-CN': '进行中' },
  planned: { en: 'planned', 'zh-CN': '已计划' },
  late: { en: 'late', 'zh-CN': '逾期' },
  stopped: { en: 'paused or cancelled', 'zh-CN': '已暂停或取消' },
  was: { en: 'in the version before', 'zh-CN': '上一版本中的位置' },
};

/** At most so many months have a name. */
const mostMonths = 13;

function lookOf({ strategy, overdue }: StrategyBar): BriefLook {
  if (!strategy.live) return 'stopped';
  if (overdue) return 'late';
  if (strategy.status === 'done') return 'done';
  return strategy.status === 'in-progress' ? 'running' : 'planned';
}

/** Why a lever has no bar, or that what it has does not count yet; empty where there is nothing to say. */
function noteOf(plan: Plan, { coverage }: LeverOverview, bars: readonly BriefBar[], said: Speaker): string {
  const written = plan.levers.find(({ id }) => id === coverage.lever);
  const reason = written && plainUnder(written.at, 'notUsed');
  if (coverage.strategies.length === 0) {
    return reason === undefined || reason === null
      ? said.text(texts.none)
      : said.text(texts.leftOut, { reason: lineOf(reason, 'line') });
  }
  if (written && waitsIn(plan, written.span)) return said.text(texts.unfilled);
  return bars.length ? '' : said.text(texts.noDays);
}

/** The first days of months between two days. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const begins = (by: number) => addMonths(`${from.slice(0, 7)}-01`, by);
  // What comes after the year 9999 does not sort as text.
  for (let first = begins(1); first <= to && first.length === to.length; first = begins(months.length + 1))
    months.push(first);
  const step = Math.ceil(months.length / mostMonths);
  return months.filter((_, index) => index % step === 0);
}

/**
 * The lanes of a plan; shares count from the first day that is drawn (0) to the last (1). `since`: with ghosts of what was
 * elsewhere in that version.
 */
export function lanes(plan: Plan, context: Context, found: Overview, said: Speaker, since?: Since): BriefLanes {
  const over = timeline(plan, context, since);
  const { from, to, today, bars } = over;
  const keys = pictureKeys(plan);
  const length = from !== undefined && to !== undefined ? Math.max(1, daysBetween(from, to)) : 1;
  const share = (day: string) => Math.min(1, Math.max(0, daysBetween(from ?? day, day) / length));
  const shares = ({ start, due }: Days): BriefDays | undefined => {
    const [first, last] = [start ?? due, due ?? start];
    return first === undefined || last === undefined ? undefined : { from: share(first), to: share(last) };
  };
  const wasUntil = ({ start, due = start }: Days) => (due ? said.text(texts.wasUntil, { day: dayText(due) }) : '');
  const all = [...bars.values()].flat();
  const drawn = found.levers.map((lever): BriefLane => {
    const { coverage } = lever;
    const own = (bars.get(coverage.lever) ?? []).flatMap((bar): BriefBar[] => {
      const days = shares(bar);
      const due = bar.due ?? bar.start;
      if (!days || due === undefined) return [];
      const look = lookOf(bar);
      const was = bar.was && shares(bar.was);
      return [
        {
          key: keys.get(bar.strategy) as string,
          ...days,
          look,
          label: said.label(
            said.strategy(bar.strategy),
            said.text(looks[look]),
            said.text(dayText(due)),
            bar.added ? said.text(texts.added) : '',
            bar.was ? wasUntil(bar.was) : '',
          ),
          ...(was && { was }),
        },
      ];
    });
    const gone = (over.gone.get(coverage.lever) ?? []).flatMap((bar): BriefBar[] => {
      const days = shares(bar);
      const label = said.label(said.strategy(bar.strategy), said.text(texts.gone), wasUntil(bar));
      return days ? [{ ...days, look: 'was', label }] : [];
    });
    const note = noteOf(plan, lever, own, said);
    return {
      key: `levers/${coverage.lever}`,
      title: said.text(leverTitle(coverage.lever, said.catalog)),
      bars: [...own, ...gone],
      note,
    };
  });
  const live = all.filter(({ strategy }) => strategy.live);
  const covered = said.text(coveredCount, { n: found.covered });
  const onTime = live.filter(({ overdue }) => !overdue).length;
  const used = (Object.keys(looks) as BriefLook[]).filter((look) =>
    drawn.some((lane) => lane.bars.some((bar) => bar.look === look || (look === 'was' && bar.was))),
  );
  const goLives = from === undefined ? [] : found.goLives.filter(({ day }) => day >= from && day <= (to ?? day));
  const now =
    today === context.today ? said.text(texts.today) : today && said.text(texts.asOf, { day: dayNear(today, from) });
  return {
    heading: live.length ? said.text(texts.onTime, { covered, n: onTime, all: live.length }) : covered,
    lanes: drawn,
    months:
      from === undefined || to === undefined
        ? []
        : monthsBetween(from, to).map((day) => ({ at: share(day), label: said.text(monthText(day)) })),
    goLives: goLives.map(({ day }) => ({
      at: share(day),
      label: said.text(texts.goLive, { day: dayNear(day, from) }),
    })),
    past: over.past
      .filter(({ milestone }) => !milestone || milestone.text('kind') === 'go-live')
      .map(({ day }) => ({ at: share(day), label: said.text(texts.goLiveWas, { day: dayNear(day, from) }) })),
    ...(now &&
      today !== undefined &&
      from !== undefined &&
      to !== undefined &&
      from <= today &&
      today <= to && { now: { at: share(today), label: now } }),
    legend: used.map((look) => ({ look, word: said.text(looks[look]) })),
  };
}
