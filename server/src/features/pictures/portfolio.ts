/** The picture of several plans: how they stand, their levers, their go-lives, and the change load of groups. */

import type { Depth } from '../../core/analysis/coverage.ts';
import { impactWords, peopleCount, strategyCount } from '../../core/analysis/labels.ts';
import { dayNear, daysText, dayText, monthsText } from '../../core/i18n/dayText.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { counted, numberText } from '../../core/i18n/phrases.ts';
import { type Clash, clashes } from '../../core/overview/clashes.ts';
import { healthSigns, healthWords } from '../../core/overview/health.ts';
import { mostPlans, portfolioNews } from '../../core/overview/news.ts';
import { changeLoad, isOver, type NamedApart, namedApart } from '../../core/overview/portfolio.ts';
import { choiceName, shapes } from '../../core/schema/schema.ts';
import { compareDays } from '../../core/text/day.ts';
import type {
  ChangeLoad,
  DrawnClash,
  DrawnGoLives,
  DrawnLoad,
  DrawnPlan,
  PlanOverview,
  PortfolioPicture,
  PortfolioResult,
} from '../../protocol.ts';
import { unescaped } from '../unescaped.ts';
import { depthText } from './levers.ts';
import type { OverviewParts } from './overview.ts';
import { sortsOf } from './portfolioSorts.ts';
import { portfolioWords } from './portfolioWords.ts';

const texts = {
  covered: { en: '{n}/6', 'zh-CN': '{n}/6' },
  notBegun: { en: 'No plan yet', 'zh-CN': '还不是计划' },
  lever: { en: '{lever}: {depth}; {text}', 'zh-CN': '{lever}：{depth}；{text}' },
  sameTitle: { en: '{title} ({file})', 'zh-CN': '{title}（{file}）' },
  goLive: { en: '{plan} on {day}: {text}', 'zh-CN': '{day} {plan}：{text}' },
  since: { en: 'live since {day}', 'zh-CN': '{day} 已上线' },
  clash: { en: '{days}: {plans}', 'zh-CN': '{days}：{plans}' },
  next: { en: '{day}: {text}', 'zh-CN': '{day}：{text}' },
  peak: { en: '{n} plans {months}', 'zh-CN': '{months}有 {n} 个计划' },
  asked: {
    en: '“{id}” is {names}. If they are one group, give it the same name in each plan; if not, give them different ids.',
    'zh-CN':
      '“{id}”在不同计划中名称不同：{names}。如果是同一个群体，请在各计划中使用相同的名称；如果不是，请使用不同的标识。',
  },
  namedIn: { en: '“{name}” in {plans}', 'zh-CN': '{plans}中的“{name}”' },
  nothing: { en: '{group}, {month}: nothing', 'zh-CN': '{group}、{month}：无' },
  hit: {
    en: '{group}, {month}: {plans} ({strategies} in all, load {weight})',
    'zh-CN': '{group}、{month}：{plans}（共 {strategies}，负荷 {weight}）',
  },
  over: { en: '{hit}: over the threshold of {threshold}', 'zh-CN': '{hit}：超过阈值 {threshold}' },
  overNote: {
    en: '{note} ▲ marks a load over the threshold of {threshold}.',
    'zh-CN': '{note}▲ 表示负荷超过阈值 {threshold}。',
  },
} satisfies Record<string, Text>;

const impacts = shapes.stakeholder.key('impact');

/** The title of a plan, else the name of its file; with that name, too, where another plan has the same title. */
function titlesOf(plans: readonly PlanOverview[], locale: Locale): string[] {
  const file = ({ uri }: PlanOverview) => unescaped(uri.slice(uri.lastIndexOf('/') + 1));
  const counts = new Map<string, number>();
  for (const { title } of plans) counts.set(title, (counts.get(title) ?? 0) + 1);
  return plans.map((plan) => {
    const { title } = plan;
    if (!title) return file(plan);
    return counts.get(title) === 1 ? title : say(texts.sameTitle, locale, { title, file: file(plan) });
  });
}

function drawnPlan(plan: PlanOverview, title: string, today: string, locale: Locale): DrawnPlan {
  const { begun, health, standing, statusName, goLives, people, next } = plan;
  const coming = goLives.find(({ day }) => day >= today);
  const last = goLives.at(-1);
  const goLive = coming ? dayText(coming.day) : last && { text: texts.since, data: { day: dayText(last.day) } };
  const detail = [health === 'ended' ? '' : statusName, standing].filter(Boolean).join(' · ');
  return {
    key: plan.uri,
    title,
    label: `${title}; ${detail}`,
    begun,
    health,
    sign: begun ? healthSigns[health] : '',
    word: say(begun ? healthWords[health] : texts.notBegun, locale),
    reason: health === 'ended' || !begun ? '' : plan.reason,
    covered: say(texts.covered, locale, { n: plan.covered }),
    levers: plan.levers.map(({ lever: id, title: lever, depth, leftOut, text }) => {
      const depthTitle = depthText(depth as Depth, leftOut);
      return {
        depth: depth as Depth,
        leftOut,
        letter: id.slice(0, 1).toUpperCase(),
        label: say(texts.lever, locale, { lever, depth: depthTitle, text }),
      };
    }),
    goLive: goLive ? sayMessage('text' in goLive ? goLive : { text: goLive }, locale) : '',
    owner: plan.owner ?? '',
    people: people === undefined ? '' : numberText(people),
    next: next ? say(texts.next, locale, { day: dayNear(next.day, today), text: next.text }) : '',
  };
}

/** A row for each plan that goes live and has not ended, by their first days. */
function drawnGoLives(plans: readonly PlanOverview[], titles: readonly string[], locale: Locale): DrawnGoLives[] {
  return plans
    .flatMap(({ uri, health, goLives }, place): DrawnGoLives[] => {
      const title = titles[place] as string;
      const days = goLives.map(({ day, text }) => {
        const label = say(texts.goLive, locale, { plan: title, day: dayText(day), text });
        return { key: uri, kind: 'go-live' as const, day, title: text, label };
      });
      return health === 'ended' || days.length === 0 ? [] : [{ key: uri, title, days }];
    })
    .sort((a, b) => compareDays(a.days[0]?.day ?? '', b.days[0]?.day ?? ''));
}

function drawnClash({ from, to, plans }: Clash, titles: readonly string[], locale: Locale): DrawnClash {
  const named = plans.map((place) => titles[place] as string);
  return { from, to, n: plans.length, label: say(texts.clash, locale, { days: daysText(from, to), plans: named }) };
}

function drawnLoads(
  { months, groups }: ChangeLoad,
  plans: readonly PlanOverview[],
  titles: readonly string[],
  { today, threshold, locale }: PortfolioView,
): DrawnLoad[] {
  return groups.map((group) => {
    const { id, name, size, impact, loads } = group;
    const title = name || id;
    const peak = mostPlans(group, months, today.slice(0, 7));
    const detail = [
      peak && say(texts.peak, locale, { n: peak.load.plans.length, months: monthsText(peak.from, peak.to) }),
      size !== undefined && sayMessage(counted(peopleCount, size), locale),
      impact && say(impactWords, locale, { impact: choiceName(impacts, impact) }),
    ]
      .filter(Boolean)
      .join(' · ');
    return {
      key: `${id} ${title}`,
      title,
      label: detail ? `${title}; ${detail}` : title,
      detail,
      cells: loads.map((cell, index) => {
        const { plans: hit, strategies, weight, goLives } = cell;
        const over = isOver(cell, threshold);
        const month = monthsText(months[index] as string, months[index] as string);
        const data = {
          group: title,
          month,
          plans: hit.map((place) => titles[place] as string),
          strategies: counted(strategyCount, strategies),
          weight,
        };
        const said = { text: hit.length === 0 ? texts.nothing : texts.hit, data };
        return {
          text: hit.length === 0 ? '–' : `${hit.length}${goLives ? ' ◆' : ''}${over ? ' ▲' : ''}`,
          label: sayMessage(over ? { text: texts.over, data: { hit: said, threshold } } : said, locale),
          keys: hit.flatMap((place) => plans[place]?.uri ?? []),
          weight,
        };
      }),
    };
  });
}

/** Asks whether groups of one id and several names are one, and says what to do in either case. */
function askedGroup({ id, names }: NamedApart, titles: readonly string[], locale: Locale): string {
  const named = names.map(({ name, plans }) => ({
    text: texts.namedIn,
    data: { name, plans: plans.map((place) => titles[place] as string) },
  }));
  return say(texts.asked, locale, { id, names: named });
}

/** A plan as its overview says it, and the groups it changes something for. */
export type PortfolioParts = Pick<OverviewParts, 'groups'> & { readonly plan: PlanOverview };

/** Plans by their titles; files that are no plans yet come last. */
function inOrder(one: PortfolioParts, other: PortfolioParts): number {
  return Number(other.plan.begun) - Number(one.plan.begun) || (one.plan.title < other.plan.title ? -1 : 1);
}

/** Who sees a portfolio, when, and by which threshold. */
export interface PortfolioView {
  readonly locale: Locale;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Loads over it are marked; 0: none are. */
  readonly threshold: number;
}

/** All plans beside each other, as data and as a picture. */
export function portfolio(found: readonly PortfolioParts[], view: PortfolioView, busy: boolean): PortfolioResult {
  const { locale, today, threshold } = view;
  const sorted = [...found].sort(inOrder);
  const plans = sorted.map(({ plan }) => plan);
  const parts = sorted.map(({ plan, groups }) => ({ ...plan, groups }));
  const titles = titlesOf(plans, locale);
  const load = changeLoad(parts, today);
  const clashing = clashes(parts, today);
  const said = Object.entries(portfolioWords).map(([name, text]) => [name, say(text, locale)]);
  const loadNote = say(texts.overNote, locale, { note: portfolioWords.loadNote, threshold });
  const picture: PortfolioPicture = {
    locale,
    words: { ...(Object.fromEntries(said) as PortfolioPicture['words']), ...(threshold > 0 && { loadNote }) },
    news: sayMessage(portfolioNews(parts, load, clashing, today, threshold), locale),
    today,
    plans: plans.map((plan, place) => drawnPlan(plan, titles[place] as string, today, locale)),
    sorts: sortsOf(plans, titles, today, locale),
    goLives: drawnGoLives(plans, titles, locale),
    clashes: clashing.map((clash) => drawnClash(clash, titles, locale)),
    months: load.months,
    load: drawnLoads(load, plans, titles, view),
    asked: namedApart(parts).map((apart) => askedGroup(apart, titles, locale)),
    busy,
  };
  return { picture, plans, load, busy };
}
