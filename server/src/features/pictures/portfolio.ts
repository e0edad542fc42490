/** The picture of several plans: their levers, their go-lives, and the change load of groups. */

import type { Depth } from '../../core/analysis/coverage.ts';
import { impactWords, leverTitle, peopleCount, strategyCount } from '../../core/analysis/labels.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { counted } from '../../core/i18n/phrases.ts';
import { builtInCatalog } from '../../core/model/catalog.ts';
import { clashes } from '../../core/overview/clashes.ts';
import { portfolioNews } from '../../core/overview/news.ts';
import { changeLoad, monthsFrom } from '../../core/overview/portfolio.ts';
import { leverIds } from '../../core/schema/format.gen.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import { compareDays } from '../../core/text/day.ts';
import type {
  ChangeLoad,
  DrawnLoad,
  DrawnMonth,
  DrawnNote,
  DrawnPlan,
  PlanOverview,
  PortfolioPicture,
  PortfolioResult,
  PortfolioWord,
} from '../../protocol.ts';
import { unescaped } from '../unescaped.ts';
import { depthText } from './levers.ts';
import type { OverviewParts } from './overview.ts';

const words: Readonly<Record<PortfolioWord, Text>> = {
  portfolio: { en: 'Portfolio of change plans', 'zh-CN': '变更计划组合' },
  plans: { en: 'Plans and their levers', 'zh-CN': '计划与 LEVERS' },
  plan: { en: 'Plan', 'zh-CN': '计划' },
  levers: { en: 'Covered', 'zh-CN': '已启用' },
  goLives: { en: 'Go-lives', 'zh-CN': '上线日历' },
  load: { en: 'Change load', 'zh-CN': '变更负荷' },
  loadNote: {
    en: 'How many plans change something in a month for a group that several plans name alike. The darker, the more impact: low counts 1, medium 2, high 3, added up. Groups come by their worst month times their people. ◆ marks go-lives.',
    'zh-CN':
      '每个月有多少个计划给多个计划共有（标识和名称都相同）的群体带来变化。颜色越深影响越大：低计 1、中计 2、高计 3，逐项相加。按最重月份乘以人数排序。◆ 表示上线。',
  },
  group: { en: 'Group', 'zh-CN': '群体' },
  noPlans: { en: 'There are no change plans in this folder yet.', 'zh-CN': '这个文件夹里还没有变更计划。' },
  noGoLives: { en: 'No plan has a go-live date yet.', 'zh-CN': '还没有计划写明上线日期。' },
  noLoad: {
    en: 'No group is reached by two plans in the same month.',
    'zh-CN': '没有群体在同一个月受到两个计划影响。',
  },
  busy: { en: 'Plans are still being read.', 'zh-CN': '仍在读取计划。' },
};

const texts = {
  covered: { en: '{n} of 6', 'zh-CN': '{n}/6' },
  lever: { en: '{plan}, {lever}: {depth}; {text}', 'zh-CN': '{plan}、{lever}：{depth}；{text}' },
  goLive: { en: '{plan} on {day}: {text}', 'zh-CN': '{day} {plan}：{text}' },
  nothing: { en: '{group}, {month}: nothing', 'zh-CN': '{group}、{month}：无' },
  hit: {
    en: '{group}, {month}: {plans} ({strategies} in all)',
    'zh-CN': '{group}、{month}：{plans}（共 {strategies}）',
  },
} satisfies Record<string, Text>;

const impacts = shapes.stakeholder.key('impact');

/** The title of a plan, else the name of its file. */
function nameOf({ title, uri }: PlanOverview): string {
  return title || unescaped(uri.slice(uri.lastIndexOf('/') + 1));
}

function drawnPlan(plan: PlanOverview, locale: Locale): DrawnPlan {
  const title = nameOf(plan);
  const { health, standing, statusName } = plan;
  const covered = say(texts.covered, locale, { n: plan.covered });
  const detail = [health === 'ended' ? '' : statusName, standing].filter(Boolean).join(' · ');
  return {
    key: plan.uri,
    title,
    label: `${title}; ${detail}`,
    detail,
    health,
    covered,
    levers: plan.levers.map(({ title: lever, depth, leftOut, text }) => {
      const depthTitle = sayMessage(depthText(depth as Depth, leftOut), locale);
      return {
        depth: depth as Depth,
        leftOut,
        title: depthTitle,
        label: say(texts.lever, locale, { plan: title, lever, depth: depthTitle, text }),
      };
    }),
  };
}

function calendarOf(plans: readonly PlanOverview[], locale: Locale): DrawnMonth[] {
  const goLives = plans.flatMap((plan) =>
    plan.goLives.map(({ day, text }): DrawnNote => {
      const title = nameOf(plan);
      return { key: plan.uri, title, day, detail: text, label: say(texts.goLive, locale, { plan: title, day, text }) };
    }),
  );
  goLives.sort((a, b) => compareDays(a.day, b.day));
  const [first, last] = [goLives[0]?.day.slice(0, 7), goLives.at(-1)?.day.slice(0, 7)];
  if (first === undefined || last === undefined) return [];
  return monthsFrom(first, last).map((month) => ({
    month,
    goLives: goLives.filter(({ day }) => day.startsWith(month)),
  }));
}

function drawnLoads({ months, groups }: ChangeLoad, plans: readonly PlanOverview[], locale: Locale): DrawnLoad[] {
  return groups.map(({ id, name, size, impact, loads }) => {
    const title = name || id;
    const detail = [
      impact && say(impactWords, locale, { impact: choiceName(impacts, impact) }),
      size !== undefined && sayMessage(counted(peopleCount, size), locale),
    ]
      .filter(Boolean)
      .join(' · ');
    return {
      key: `${id} ${title}`,
      title,
      label: detail ? `${title}; ${detail}` : title,
      detail,
      cells: loads.map((load, index) => {
        const hit = load.plans.flatMap((place) => plans[place] ?? []);
        const month = months[index] ?? '';
        const strategies = counted(strategyCount, load.strategies);
        const label =
          hit.length === 0
            ? say(texts.nothing, locale, { group: title, month })
            : say(texts.hit, locale, { group: title, month, plans: hit.map(nameOf), strategies });
        return { label, keys: hit.map(({ uri }) => uri) };
      }),
    };
  });
}

/** A plan as its overview says it, and the groups it changes something for. */
export type PortfolioParts = Pick<OverviewParts, 'groups'> & { readonly plan: PlanOverview };

/** Plans by their titles; files that are no plans yet come last. */
function inOrder(one: PortfolioParts, other: PortfolioParts): number {
  return Number(other.plan.begun) - Number(one.plan.begun) || (one.plan.title < other.plan.title ? -1 : 1);
}

/** All plans beside each other, as data and as a picture. `today`: `YYYY-MM-DD`. */
export function portfolio(
  found: readonly PortfolioParts[],
  today: string,
  busy: boolean,
  locale: Locale,
): PortfolioResult {
  const sorted = [...found].sort(inOrder);
  const plans = sorted.map(({ plan }) => plan);
  const parts = sorted.map(({ plan, groups }) => ({ ...plan, groups }));
  const load = changeLoad(parts, today);
  const news = portfolioNews(parts, load, clashes(parts, today), today);
  const said = Object.entries(words).map(([name, text]) => [name, say(text, locale)]);
  const picture: PortfolioPicture = {
    locale,
    words: Object.fromEntries(said) as PortfolioPicture['words'],
    news: sayMessage(news, locale),
    levers: leverIds.map((lever) => say(leverTitle(lever, builtInCatalog), locale)),
    plans: plans.map((plan) => drawnPlan(plan, locale)),
    calendar: calendarOf(plans, locale),
    months: load.months,
    load: drawnLoads(load, plans, locale),
    busy,
  };
  return { picture, plans, load, busy };
}
