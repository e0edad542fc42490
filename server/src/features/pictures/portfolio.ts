/** The picture of several plans: their levers, their go-lives, and the change load of groups. */

import type { Depth } from '../../core/analysis/coverage.ts';
import { impactWords, leverTitle, peopleCount, strategyCount } from '../../core/analysis/labels.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { type Counting, counted } from '../../core/i18n/phrases.ts';
import { builtInCatalog } from '../../core/model/catalog.ts';
import { monthsFrom } from '../../core/overview/portfolio.ts';
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
  PortfolioWord,
} from '../../protocol.ts';
import { unescaped } from '../unescaped.ts';
import { depthText } from './levers.ts';

const words: Readonly<Record<PortfolioWord, Text>> = {
  portfolio: { en: 'Portfolio of change plans', 'zh-CN': '变更计划组合' },
  plans: { en: 'Plans and their levers', 'zh-CN': '计划与 LEVERS' },
  plan: { en: 'Plan', 'zh-CN': '计划' },
  levers: { en: 'Covered', 'zh-CN': '已启用' },
  goLives: { en: 'Go-lives', 'zh-CN': '上线日历' },
  load: { en: 'Change load', 'zh-CN': '变更负荷' },
  loadNote: {
    en: 'How many plans change something for a group in a month. Groups are the same where they have the same id.',
    'zh-CN': '每个月有多少个计划给同一群体带来变化。标识相同的视为同一群体。',
  },
  group: { en: 'Group', 'zh-CN': '群体' },
  noPlans: { en: 'There are no change plans in this folder yet.', 'zh-CN': '这个文件夹里还没有变更计划。' },
  noGoLives: { en: 'No plan has a go-live date yet.', 'zh-CN': '还没有计划写明上线日期。' },
  noLoad: { en: 'No plan says yet whom it changes something for.', 'zh-CN': '还没有计划写明影响哪些群体。' },
  busy: { en: 'Plans are still being read.', 'zh-CN': '仍在读取计划。' },
};

const texts = {
  covered: { en: '{n} of 6', 'zh-CN': '{n}/6' },
  lever: { en: '{plan}, {lever}: {depth}; {text}', 'zh-CN': '{plan}、{lever}：{depth}；{text}' },
  goLive: { en: '{plan} on {day}: {text}', 'zh-CN': '{day} {plan}：{text}' },
  also: { en: 'also called {names}', 'zh-CN': '又名 {names}' },
  nothing: { en: '{group}, {month}: nothing', 'zh-CN': '{group}、{month}：无' },
  hit: {
    en: '{group}, {month}: {plans} ({strategies} in all)',
    'zh-CN': '{group}、{month}：{plans}（共 {strategies}）',
  },
} satisfies Record<string, Text>;

const planCount: Counting = {
  one: { en: '1 plan', 'zh-CN': '1 个计划' },
  many: { en: '{n} plans', 'zh-CN': '{n} 个计划' },
};

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
  return groups.map(({ id, names, size, impact, loads }) => {
    const [title = id, ...others] = names.filter(Boolean);
    const detail = [
      impact && say(impactWords, locale, { impact: choiceName(impacts, impact) }),
      size !== undefined && sayMessage(counted(peopleCount, size), locale),
      others.length > 0 && say(texts.also, locale, { names: others }),
    ]
      .filter(Boolean)
      .join(' · ');
    return {
      key: id,
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

/** The picture of plans, in their order, and their change load. */
export function portfolio(
  plans: readonly PlanOverview[],
  load: ChangeLoad,
  busy: boolean,
  locale: Locale,
): PortfolioPicture {
  const said = Object.entries(words).map(([name, text]) => [name, say(text, locale)]);
  return {
    locale,
    words: Object.fromEntries(said) as PortfolioPicture['words'],
    facts: [sayMessage(counted(planCount, plans.length), locale)],
    levers: leverIds.map((lever) => say(leverTitle(lever, builtInCatalog), locale)),
    plans: plans.map((plan) => drawnPlan(plan, locale)),
    calendar: calendarOf(plans, locale),
    months: load.months,
    load: drawnLoads(load, plans, locale),
    busy,
  };
}
